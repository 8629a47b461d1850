package dev.makegood.testing;

import dev.makegood.Makegood;
import dev.makegood.Opening;
import dev.makegood.Storage;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Balance;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.TransferId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.pricing.Operation;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission;
import dev.makegood.project.Workshop;
import dev.makegood.project.Workshops;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Makegood opened for a test: a clock that stands still, a pipeline that does as it is told. */
public final class House {

    /** Runs that take longer are asked about. */
    public static final Duration DEADLINE = Duration.ofMinutes(15);
    /** Runs that take longer have failed. */
    public static final Duration HARD_LIMIT = Duration.ofHours(6);
    /** Costs 40 credits. */
    public static final Operation VIDEO = Operation.of("story-editor", "project-video");

    public final Storage storage;
    public final Samples samples;
    public final TickingClock clock;
    public final FakePipeline pipeline;
    public final Makegood makegood;

    private House(
            Storage storage, BooleanSupplier inUnit, Samples samples,
            UnaryOperator<Opening> how) {
        this.storage = storage;
        this.samples = samples;
        this.clock = new TickingClock(samples.start());
        this.pipeline = FakePipeline.outside(inUnit);
        var workshop = new Workshop("pipeline", pipeline, DEADLINE, HARD_LIMIT);
        this.makegood = how.apply(Makegood.on(storage).workedIn(Workshops.only(workshop)).at(clock))
                .open();
        pipeline.reportsTo(makegood.projects(), clock);
    }

    /** A house of its own, in memory. */
    public static House inMemory() {
        return inMemory(UnaryOperator.identity());
    }

    public static House inMemory(UnaryOperator<Opening> how) {
        var store = new InMemoryStore();
        return new House(store, store::isInUnit, new Samples(1), how);
    }

    /** A house on a storage that others may use too. */
    public static House on(Storage storage) {
        return new House(storage, () -> false, Samples.fresh(), UnaryOperator.identity());
    }

    /** A new customer with so many credits that never expire. */
    public CustomerId customerWith(long credits) {
        var customer = samples.customer();
        granted(customer, credits);
        return customer;
    }

    public TransferId granted(CustomerId customer, long credits) {
        return granted(customer, Grant.of(Source.PURCHASE, new Credits(credits)));
    }

    public TransferId granted(CustomerId customer, Grant grant) {
        var id = samples.transfer();
        var unused = makegood.ledger().grant(id, customer, grant);
        return id;
    }

    /** A video that was ordered, with its 40 credits held. */
    public ProjectId ordered(CustomerId customer) {
        var id = samples.project();
        if (makegood.projects().submit(id, customer, VIDEO) instanceof Submission.Queued) {
            return id;
        }
        throw new AssertionError("could not be ordered: " + id);
    }

    /** A video its pipeline works on. */
    public ProjectId started(CustomerId customer) {
        var id = ordered(customer);
        runDueTasks();
        return id;
    }

    /** Runs what is due, until nothing is. */
    public void runDueTasks() {
        while (makegood.tasks().runDue(100) > 0) {
            Thread.onSpinWait();
        }
    }

    /** Lets time pass, and runs what became due. */
    public void waits(Duration time) {
        clock.pass(time);
        runDueTasks();
    }

    public Project stateOf(ProjectId project) {
        return storage.histories().find(project).orElseThrow();
    }

    public Balance balanceOf(CustomerId customer) {
        return makegood.ledger().balance(customer);
    }

    public long available(CustomerId customer) {
        return balanceOf(customer).available().amount();
    }

    public long held(CustomerId customer) {
        return balanceOf(customer).held().amount();
    }
}
