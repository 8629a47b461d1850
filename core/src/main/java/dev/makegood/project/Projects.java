package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.CreditRefund;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.LedgerSettings;
import dev.makegood.ledger.TransferId;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.PriceList;
import dev.makegood.store.ReusedIdException;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The desk where projects are ordered, reported, cancelled, retried and refunded. */
public final class Projects {

    private final ProjectContext context;
    private final PriceList prices;
    private final ProjectOrdering projectOrdering;
    private final ProjectSettlement settlement;
    private final ProjectSubmitting projectSubmitting;
    private final Watchdog watchdog;
    private final ProjectStopping projectStopping;
    private final ProjectRetrying projectRetrying;
    private final ProjectRefunding projectRefunding;
    private final ProjectFunding projectFunding;
    private final ProjectHistory projectHistory;

    public Projects(Desk desk) {
        this.context = new ProjectContext(desk.store(), desk.directory(), desk.pipelines(),
                desk.clock(), desk.ledgerSettings());
        this.prices = desk.prices();
        this.projectHistory = desk.projectHistory();
        this.projectOrdering = new ProjectOrdering(context, prices, desk.headStart());
        this.settlement = new ProjectSettlement(context);
        this.projectSubmitting = new ProjectSubmitting(context, settlement);
        this.watchdog = new Watchdog(context, settlement);
        this.projectStopping = new ProjectStopping(context, settlement);
        this.projectRetrying = new ProjectRetrying(context, settlement);
        this.projectRefunding = new ProjectRefunding(context);
        this.projectFunding = new ProjectFunding(context, settlement, projectOrdering);
    }

    /** What the desk works with. */
    public record Desk(Store<? extends ProjectUnit> store, ProjectDirectory directory,
            ProjectHistory projectHistory, PriceList prices, PipelineRegistry pipelines,
            InstantSource clock, LedgerSettings ledgerSettings, Duration headStart) {}

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
     * @throws ReusedIdException if the id was used before for another order: a bug in the
     *         caller
     */
    public Submission submit(ProjectId id, CustomerId customer, Order order) {
        return projectOrdering.submit(id, customer, order);
    }

    /** Orders a project that waits until its payment succeeds, within a unit of the caller's. */
    public Project awaitPayment(ProjectUnit unit, ProjectId id, CustomerId customer, Order order) {
        return projectOrdering.awaitPayment(unit, id, customer, order);
    }

    /** Orders a project that costs nothing, within a unit of the caller's. */
    public Project startFree(ProjectUnit unit, ProjectId id, CustomerId customer, Order order) {
        return projectOrdering.startFree(unit, id, customer, order);
    }

    /** Funds the project that waits for this payment, which succeeded; once. */
    public ProjectAnswer.ToFund fund(ProjectId project, UUID payment) {
        return projectFunding.fund(project, payment);
    }

    /**
     * Fails a project that will not be paid any more; changes nothing if it does not wait for a
     * payment.
     */
    public ProjectAnswer.ToFail abandon(ProjectId project, String why) {
        return projectFunding.abandon(project, why);
    }

    /**
     * Applies the report of how a project's run ended; the same report again changes nothing, the
     * opposite is refused.
     */
    public ProjectAnswer.ToReport report(ProjectId project, RunReport report) {
        var cause = new Cause("pipeline", "reported");
        return context
                .withProject(project,
                        (unit, found) -> settlement.applyReport(unit, found, report, cause))
                .orElseGet(ProjectAnswer.NoSuchProject::new);
    }

    /** Whose run this is: a report may name the pipeline's own id instead of ours. */
    public Optional<ProjectId> findIdByRun(RunId run) {
        return context.directory().findIdByRun(run);
    }

    public Optional<Project> find(ProjectId project) {
        return projectHistory.find(project);
    }

    /** Cancels for a customer; only what certainly stopped is cancelled. */
    public ProjectAnswer.ToCancel cancel(ProjectId project, Cause cause) {
        return projectStopping.cancel(project, cause);
    }

    /** Fails a project by an operator's decision, and releases its credits. */
    public ProjectAnswer.ToFail fail(ProjectId project, Cause cause) {
        return projectStopping.fail(project, cause);
    }

    /**
     * Retries for an operator: runs the waiting task now, or starts a new attempt after a run that
     * failed.
     */
    public ProjectAnswer.ToRetry retry(ProjectId project, Cause cause) {
        return projectRetrying.retry(project, cause);
    }

    /** Refunds captured credits for an operator; all that is left if {@code credits} is null. */
    public CreditRefund refund(
            TransferId id, ProjectId project, @Nullable Credits credits, Cause cause) {
        return projectRefunding.refund(id, project, credits, cause);
    }

    /** Carries out a {@link ProjectTasks#SUBMIT}. */
    public void submitToPipeline(Task task) {
        projectSubmitting.carryOut(task);
    }

    /** Carries out a {@link ProjectTasks#POLL}. */
    public void pollRun(Task task) {
        watchdog.carryOut(task);
    }
}
