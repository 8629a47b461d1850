package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.Quote;
import dev.makegood.store.ReusedIdException;
import dev.makegood.task.Task;
import java.time.Duration;

/**
 * Takes orders: the project, its hold and the task to submit it are stored together, before its
 * pipeline is called.
 *
 * @param headStart how long the caller who ordered may run the task before the task runners do
 */
record ProjectOrdering(ProjectContext context, PriceList prices, Duration headStart) {

    Submission submit(ProjectId id, CustomerId customer, Order order) {
        return switch (prices.price(order.operation())) {
            case PriceList.UnknownOperation u ->
                    new Submission.UnknownOperation(u.operation(), u.unknown());
            case Quote quote ->
                    context.write(customer, unit -> submitOnce(unit, id, customer, order, quote));
        };
    }

    private Submission submitOnce(
            ProjectUnit unit, ProjectId id, CustomerId customer, Order order, Quote quote) {
        var known = unit.projects().find(id);
        if (known.isPresent()) {
            return answerRepeated(known.get(), order);
        }
        return quote.credits().isNone()
                ? queue(unit, newDetails(unit, id, customer, order, quote, new Funding.Free()))
                : holdAndQueue(unit, id, customer, order, quote);
    }

    private Submission holdAndQueue(
            ProjectUnit unit, ProjectId id, CustomerId customer, Order order, Quote quote) {
        var hold = TransferId.of("hold", id.value());
        var cause = new Cause("customer", order.operation().path());
        var details = newDetails(unit, id, customer, order, quote,
                new Funding.ByCredits(hold, quote.credits()));
        return switch (context.ledgerRules(unit)
                .hold(hold, quote.credits(), Subject.project(id.value()), cause)) {
            case Posting.Posted p -> queue(unit, details);
            case Posting.AlreadyPosted p ->
                    throw new IllegalStateException(
                            "the hold of a project was posted before, without the project: " + p);
            case Posting.Overdrawn o ->
                    new Submission.ShortOfCredits(o.required(), o.available(), o.held());
            case Posting.InDebt d -> new Submission.InDebt(d.debt());
        };
    }

    private Submission queue(ProjectUnit unit, ProjectDetails details) {
        var project = new Project.Pending(details, 1, details.createdAt());
        unit.projects().add(project);
        unit.tasks()
                .add(Task.of(details.customer(), ProjectTasks.SUBMIT, details.id().value(),
                        details.createdAt().plus(headStart)));
        unit.events().append(new ProjectEvent.ProjectCreated(project), details.createdAt());
        return new Submission.Queued(project);
    }

    private ProjectDetails newDetails(
            ProjectUnit unit, ProjectId id, CustomerId customer, Order order, Quote quote,
            Funding funding) {
        var registration = context.pipelines().forOperation(order.operation());
        return new ProjectDetails(id, customer, order, quote, funding, registration.name(),
                context.now(unit));
    }

    private static Submission answerRepeated(Project project, Order order) {
        if (!project.details().order().equals(order)) {
            throw new ReusedIdException(project.id(), "another order");
        }
        return new Submission.Queued(project);
    }
}
