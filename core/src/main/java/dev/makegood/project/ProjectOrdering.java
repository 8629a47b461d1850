package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.Quote;
import dev.makegood.store.ReusedIdException;
import dev.makegood.task.Task;
import java.time.Duration;

/**
 * Takes orders: the project, what pays for it and the task to submit it are stored together, before its
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
                    context.write(customer, ProjectContext.idsOf(id),
                            unit -> submitOnce(unit, id, customer, order, quote));
        };
    }

    private Submission submitOnce(
            ProjectUnit unit, ProjectId id, CustomerId customer, Order order, Quote quote) {
        var known = unit.projects().find(id);
        if (known.isPresent()) {
            return answerRepeated(known.get(), order);
        }
        return quote.credits().isNone()
                ? new Submission.Queued(start(unit,
                        newDetails(unit, id, customer, order, quote, new Funding.Free())))
                : holdAndQueue(unit, id, customer, order, quote);
    }

    private Submission holdAndQueue(
            ProjectUnit unit, ProjectId id, CustomerId customer, Order order, Quote quote) {
        var hold = ProjectContext.holdOf(id);
        var cause = new Cause("customer", order.operation().path());
        var details = newDetails(unit, id, customer, order, quote,
                new Funding.ByCredits(hold, quote.credits()));
        return switch (context.ledgerRules(unit)
                .hold(hold, quote.credits(), Subject.project(id.value()), cause)) {
            case Posting.Posted p -> new Submission.Queued(start(unit, details));
            case Posting.AlreadyPosted p ->
                    throw new IllegalStateException(
                            "the hold of a project was posted before, without the project: " + p);
            case Posting.Overdrawn o ->
                    new Submission.ShortOfCredits(o.required(), o.available(), o.held());
            case Posting.InDebt d -> new Submission.InDebt(d.debt());
        };
    }

    /** Orders a project that waits until its payment succeeds. */
    Project awaitPayment(ProjectUnit unit, ProjectId id, CustomerId customer, Order order) {
        return add(unit, new Project.AwaitingPayment(newDetails(unit, id, customer, order,
                Quote.noCredits(order.operation()), new Funding.Unpaid())));
    }

    /** Orders a project that costs nothing. */
    Project startFree(ProjectUnit unit, ProjectId id, CustomerId customer, Order order) {
        return start(unit, newDetails(unit, id, customer, order,
                Quote.noCredits(order.operation()), new Funding.Free()));
    }

    private Project start(ProjectUnit unit, ProjectDetails details) {
        scheduleSubmission(unit, details);
        return add(unit, new Project.Pending(details, 1, details.createdAt()));
    }

    void scheduleSubmission(ProjectUnit unit, ProjectDetails details) {
        unit.tasks()
                .add(Task.of(details.customer(), ProjectTasks.SUBMIT, details.id().value(),
                        context.now(unit).plus(headStart)));
    }

    private static Project add(ProjectUnit unit, Project project) {
        unit.projects().add(project);
        unit.events()
                .append(new ProjectEvent.ProjectCreated(project), project.details().createdAt());
        return project;
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
