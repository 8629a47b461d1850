package dev.makegood.generation;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.Payments;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.pricing.HostnamePricing;
import dev.makegood.pricing.PriceEvent;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.time.InstantSource;
import java.util.Optional;

/** The desk where generations for hostnames are ordered, paid, started and withdrawn. */
public final class Generations {

    /** The kind of task that withdraws an unpaid request. */
    public static final String ABANDON_TASK = "abandon_unpaid_project";

    private final Store<? extends GenerationUnit> store;
    private final GenerationDirectory directory;
    private final HostnamePricing hostnamePricing;
    private final WorkRefunding workRefunding;
    private final PaidHandler paidHandler;
    private final GenerationOrdering ordering;
    private final GenerationWithdrawal withdrawal;
    private final InstantSource clock;

    public Generations(
            Store<? extends GenerationUnit> store, GenerationDirectory directory,
            HostnamePricing hostnamePricing, Projects projects, Payments payments,
            InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.hostnamePricing = hostnamePricing;
        this.clock = clock;
        this.workRefunding = new WorkRefunding(store, payments, clock);
        this.paidHandler = new PaidHandler(store, directory, hostnamePricing.calculations(),
                projects, payments, workRefunding);
        this.ordering = new GenerationOrdering(store, projects, payments, paidHandler, clock);
        this.withdrawal =
                new GenerationWithdrawal(store, directory, hostnamePricing.calculations(), projects,
                        payments);
    }

    /**
     * Orders a generation; the same hostname and provider again, while unpaid, is the same request.
     */
    public GenerationAnswer order(GenerationOrder order) {
        var calculation = hostnamePricing.find(order.hostname());
        if (calculation.isEmpty()) {
            return new GenerationAnswer.NoCalculation(order.hostname());
        }
        return calculation.get()
                .priceOf(order.provider())
                .map(providerPrice -> ordering.order(order, providerPrice))
                .orElseGet(() -> new GenerationAnswer.UnknownProvider(order.hostname(),
                        order.provider()));
    }

    public Optional<GenerationRequest> find(ProjectId id) {
        return directory.find(id);
    }

    /** The prices of a hostname, set or computed. */
    public Optional<Calculation> calculation(Hostname hostname) {
        return hostnamePricing.find(hostname);
    }

    /** Sets a hostname's prices; requests that were made before keep theirs. */
    public void saveCalculation(Calculation calculation) {
        hostnamePricing.calculations().save(calculation);
    }

    /** As {@link #saveCalculation(Calculation)}, and records who did it. */
    public void saveCalculation(Calculation calculation, String actor) {
        recordEvent(calculation.hostname(), new PriceEvent.CalculationChanged(calculation, actor));
        saveCalculation(calculation);
    }

    /**
     * Withdraws a hostname's prices, and the unpaid requests at these prices; refused once one was
     * paid.
     */
    public CalculationRemoval removeCalculation(Hostname hostname) {
        return withdrawal.removeCalculation(hostname);
    }

    /** As {@link #removeCalculation(Hostname)}, and records who did it. */
    public CalculationRemoval removeCalculation(Hostname hostname, String actor) {
        var calculationRemoval = removeCalculation(hostname);
        if (calculationRemoval instanceof CalculationRemoval.CalculationRemoved) {
            recordEvent(hostname, new PriceEvent.CalculationWithdrawn(hostname, actor));
        }
        return calculationRemoval;
    }

    private void recordEvent(Hostname hostname, PriceEvent event) {
        store.change(CustomerId.systemAccountFor(hostname.value()), unit -> unit.events()
                .append(event, unit.events().notBeforeLast(clock.instant())));
    }

    /** Carries out a {@link dev.makegood.payment.PaymentTasks#FULFILL}. */
    public void startPaidWork(Task task) {
        paidHandler.carryOut(task);
    }

    /** Carries out a {@link #ABANDON_TASK}. */
    public void abandonUnpaid(Task task) {
        withdrawal.carryOut(task);
    }

    /** Carries out a {@link dev.makegood.project.ProjectTasks#REFUND_PAYMENT}. */
    public void refundFailedWork(Task task) {
        workRefunding.carryOut(task);
    }
}
