package dev.makegood.generation;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.pricing.Calculating;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.pricing.PriceEvent;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The desk where generations for hostnames are wished for, paid, begun and withdrawn. */
public final class Generations {

    /** The kind of task that gives up what nobody paid. */
    public static final String ABANDON_TASK = "abandon_unpaid";

    private final Store<? extends GenerationUnit> store;
    private final GenerationDirectory directory;
    private final Calculating calculating;
    private final Payments payments;
    private final Paid paid;
    private final Requesting requesting;
    private final Withdrawing withdrawing;
    private final InstantSource clock;

    public Generations(
            Store<? extends GenerationUnit> store, GenerationDirectory directory,
            Calculating calculating,
            Projects projects, Payments payments, InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.calculating = calculating;
        this.payments = payments;
        this.clock = clock;
        this.paid = new Paid(store, directory, calculating.calculations(), projects, payments);
        this.requesting = new Requesting(store, projects, payments, paid, clock);
        this.withdrawing =
                new Withdrawing(store, directory, calculating.calculations(), projects, payments);
    }

    /** The answer to a wish to withdraw a calculation. */
    public sealed interface Removal {}

    /** It is gone, and with it what waited for a payment. */
    public record Removed() implements Removal {}

    /** Somebody paid for it; it stays. */
    public record InUse() implements Removal {}

    /** There is none for this hostname. */
    public record NoCalculation() implements Removal {}

    /** Asks for a generation; the same hostname and provider again, while unpaid, is the same request. */
    public Requested request(Wish wish) {
        var calculation = calculating.of(wish.hostname());
        if (calculation.isEmpty()) {
            return new Requested.NoCalculation(wish.hostname());
        }
        return calculation.get()
                .of(wish.provider())
                .map(price -> requesting.request(wish, price))
                .orElseGet(() -> new Requested.UnknownProvider(wish.hostname(), wish.provider()));
    }

    public Optional<GenerationRequest> find(ProjectId id) {
        return directory.find(id);
    }

    /** The prices of a hostname, set or measured. */
    public Optional<Calculation> calculation(Hostname hostname) {
        return calculating.of(hostname);
    }

    /** Sets a hostname's prices; requests that were made before keep theirs. */
    public void set(Calculation calculation) {
        calculating.calculations().save(calculation);
    }

    /** As {@link #set(Calculation)}, and tells the house who did it. */
    public void set(Calculation calculation, String actor) {
        tell(new PriceEvent.Calculated(calculation, actor));
        set(calculation);
    }

    /** Withdraws a hostname's prices, and what nobody paid with them; refused where anything was paid. */
    public Removal remove(Hostname hostname) {
        return withdrawing.remove(hostname);
    }

    /** As {@link #remove(Hostname)}, and tells the house who did it. */
    public Removal remove(Hostname hostname, String actor) {
        var removal = remove(hostname);
        if (removal instanceof Removed) {
            tell(new PriceEvent.Withdrawn(hostname, actor));
        }
        return removal;
    }

    private void tell(PriceEvent event) {
        store.change(CustomerId.HOUSE, unit -> unit.events()
                .append(event, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** Carries out a {@link Payments#PAID_TASK}. */
    public void workIsPaid(Task task) {
        paid.carryOut(task);
    }

    /** Carries out a {@link #ABANDON_TASK}. */
    public void abandon(Task task) {
        withdrawing.carryOut(task);
    }

    /** Carries out a {@link Projects#GIVE_BACK_TASK}. */
    public void giveBack(Task task) {
        var unused = payments.giveBack(new PaymentId(task.about()),
                Cause.rule("the work it paid for failed"));
        store.change(task.customer(), unit -> unit.tasks().done(task.kind(), task.about()));
    }
}
