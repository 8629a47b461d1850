package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.TransferId;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.Quote;
import dev.makegood.task.Task;
import java.time.Duration;

/**
 * Takes orders: the project, its hold and the task to submit it are stored together, before anybody is called.
 *
 * @param headStart how long whoever ordered may run the task before the others do
 */
record Ordering(Office office, PriceList prices, Duration headStart) {

    Submission submit(ProjectId id, CustomerId customer, Order order) {
        return switch (prices.price(order.operation())) {
            case PriceList.UnknownOperation u ->
                    new Submission.UnknownOperation(u.operation(), u.unknown());
            case Quote quote ->
                    office.write(customer, unit -> once(unit, id, customer, order, quote));
        };
    }

    private Submission once(
            ProjectUnit unit, ProjectId id, CustomerId customer, Order order, Quote quote) {
        var known = unit.projects().find(id);
        if (known.isPresent()) {
            return repeated(known.get(), order);
        }
        return quote.credits().isNone()
                ? queue(unit, brief(id, customer, order, quote, new Funding.Free()))
                : held(unit, id, customer, order, quote);
    }

    private Submission held(
            ProjectUnit unit, ProjectId id, CustomerId customer, Order order, Quote quote) {
        var hold = TransferId.of("hold", id.value());
        var cause = new Cause("customer", order.operation().path());
        var brief = brief(id, customer, order, quote, new Funding.ByCredits(hold, quote.credits()));
        return switch (office.book(unit)
                .hold(hold, quote.credits(), About.project(id.value()), cause)) {
            case Posting.Posted p -> queue(unit, brief);
            case Posting.AlreadyPosted p ->
                    throw new IllegalStateException("a hold without its project: " + p);
            case Posting.Overdrawn o ->
                    new Submission.ShortOfCredits(o.required(), o.available(), o.held());
            case Posting.InDebt d -> new Submission.InDebt(d.debt());
        };
    }

    private Submission queue(ProjectUnit unit, Brief brief) {
        var project = new Project.Pending(brief, 1, brief.createdAt());
        unit.projects().add(project);
        unit.tasks()
                .add(Task.of(brief.customer(), Projects.SUBMIT_TASK, brief.id().value(),
                        brief.createdAt().plus(headStart)));
        unit.events().append(new ProjectEvent.Created(project), brief.createdAt());
        return new Submission.Queued(project);
    }

    private Brief brief(
            ProjectId id, CustomerId customer, Order order, Quote quote, Funding funding) {
        var workshop = office.workshops().forOperation(order.operation());
        return new Brief(id, customer, order, quote, funding, workshop.name(), office.now());
    }

    private static Submission repeated(Project project, Order order) {
        if (!project.brief().order().equals(order)) {
            throw new IllegalArgumentException(
                    "the id was used before, for another order: " + project.id());
        }
        return new Submission.Queued(project);
    }
}
