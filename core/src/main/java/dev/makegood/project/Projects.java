package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Terms;
import dev.makegood.ledger.TransferId;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.PriceList;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The desk where projects are ordered, reported, cancelled, retried and refunded. */
public final class Projects {

    /** The kind of task that sends a project to its pipeline. */
    public static final String SUBMIT_TASK = "submit_project";

    /** The kind of task that asks a pipeline about a run. */
    public static final String LOOK_TASK = "look_at_run";

    /** The kind of task that gives the money of a failed project back; it is about the payment. */
    public static final String GIVE_BACK_TASK = "give_money_back";

    private final Office office;
    private final PriceList prices;
    private final Ordering ordering;
    private final Settling settling;
    private final Submitting submitting;
    private final Watching watching;
    private final Stopping stopping;
    private final Retrying retrying;
    private final Refunding refunding;
    private final Paying paying;
    private final Histories histories;

    public Projects(Desk desk) {
        this.office = new Office(desk.store(), desk.directory(), desk.clock(), desk.terms(),
                desk.workshops());
        this.prices = desk.prices();
        this.histories = desk.histories();
        this.ordering = new Ordering(office, prices, desk.headStart());
        this.settling = new Settling(office);
        this.submitting = new Submitting(office, settling);
        this.watching = new Watching(office, settling);
        this.stopping = new Stopping(office, settling);
        this.retrying = new Retrying(office, settling);
        this.refunding = new Refunding(office);
        this.paying = new Paying(office, settling, desk.headStart());
    }

    /** What the desk works with. */
    public record Desk(Store<? extends ProjectUnit> store, ProjectDirectory directory,
            Histories histories,
            PriceList prices, Workshops workshops, InstantSource clock, Terms terms,
            Duration headStart) {}

    /** What an operation would cost; nothing moves. */
    public PriceList.Pricing quote(Operation operation) {
        return prices.price(operation);
    }

    /** Orders a project that needs nothing but its operation. */
    public Submission submit(ProjectId id, CustomerId customer, Operation operation) {
        return submit(id, customer, Order.of(operation));
    }

    /**
     * Orders a project: priced, its credits held, stored with the task that will submit it.
     *
     * @throws IllegalArgumentException if the id was used before for another order: a bug in the caller
     */
    public Submission submit(ProjectId id, CustomerId customer, Order order) {
        return ordering.submit(id, customer, order);
    }

    /** Orders a project that waits until its payment succeeds, within a unit of the caller's. */
    public Project awaitPayment(ProjectUnit unit, ProjectId id, CustomerId customer, Order order) {
        return paying.await(unit, id, customer, order);
    }

    /** Orders a project that costs nothing, within a unit of the caller's. */
    public Project startFree(ProjectUnit unit, ProjectId id, CustomerId customer, Order order) {
        return paying.startFree(unit, id, customer, order);
    }

    /** Funds what waits for this payment, which succeeded; once. */
    public Answer.OfFunding fund(ProjectId project, UUID payment) {
        return paying.fund(project, payment);
    }

    /** Lets a project fail whose payment nobody makes any more; quiet if it does not wait. */
    public Answer.OfFailing abandon(ProjectId project, String why) {
        return paying.abandon(project, why);
    }

    /** Hears how a project's run ended; the same report again changes nothing, the opposite is refused. */
    public Answer.OfReport report(ProjectId project, RunReport report) {
        var cause = new Cause("pipeline", "reported");
        return office
                .onProject(project, (unit, found) -> settling.react(unit, found, report, cause))
                .orElseGet(Answer.NoSuchProject::new);
    }

    /** Whose run this is: a report may name the pipeline's own id instead of ours. */
    public Optional<ProjectId> ofRun(RunId run) {
        return office.directory().ofRun(run);
    }

    public Optional<Project> find(ProjectId project) {
        return histories.find(project);
    }

    /** Cancels for a customer; only what certainly stopped is cancelled. */
    public Answer.OfCancelling cancel(ProjectId project, Cause cause) {
        return stopping.cancel(project, cause);
    }

    /** Lets a project fail by an operator's decision, and gives its credits back. */
    public Answer.OfFailing fail(ProjectId project, Cause cause) {
        return stopping.fail(project, cause);
    }

    /** Tries again for an operator: a waiting task now, or a new attempt of a run that ended badly. */
    public Answer.OfRetrying retry(ProjectId project, Cause cause) {
        return retrying.retry(project, cause);
    }

    /** Gives captured credits back for an operator; all that is left if {@code credits} is null. */
    public Answer.OfRefunding refund(
            TransferId id, ProjectId project, @Nullable Credits credits, Cause cause) {
        return refunding.refund(id, project, credits, cause);
    }

    /** Carries out a {@link #SUBMIT_TASK}. */
    public void sendOut(Task task) {
        submitting.carryOut(task);
    }

    /** Carries out a {@link #LOOK_TASK}. */
    public void lookAt(Task task) {
        watching.carryOut(task);
    }
}
