package dev.makegood.testing;

import dev.makegood.Makegood;
import dev.makegood.MakegoodBuilder;
import dev.makegood.Storage;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Balance;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.pricing.Operation;
import dev.makegood.project.PipelineRegistration;
import dev.makegood.project.PipelineRegistry;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Makegood opened for a test: a clock that stands still, a pipeline that does what the test says.
 */
public final class MakegoodFixture {

    /** Runs that take longer are polled. */
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

    private MakegoodFixture(
            Storage storage, BooleanSupplier inUnit, Samples samples, TickingClock clock,
            UnaryOperator<MakegoodBuilder> options) {
        this.storage = storage;
        this.samples = samples;
        this.clock = clock;
        this.pipeline = FakePipeline.outside(inUnit);
        var registration = new PipelineRegistration("pipeline", pipeline, DEADLINE, HARD_LIMIT);
        this.makegood = options
                .apply(Makegood.on(storage)
                        .withPipelines(PipelineRegistry.only(registration))
                        .withClock(clock))
                .open();
        pipeline.reportsTo(makegood.projects(), clock);
    }

    /** An installation of its own, in memory. */
    public static MakegoodFixture inMemory() {
        return inMemory(UnaryOperator.identity());
    }

    public static MakegoodFixture inMemory(UnaryOperator<MakegoodBuilder> options) {
        var samples = new Samples(1);
        var clock = new TickingClock(samples.start());
        var store = new InMemoryStore(clock);
        return new MakegoodFixture(store, store::isInUnit, samples, clock, options);
    }

    /** An installation on a storage that others may use too. */
    public static MakegoodFixture on(Storage storage) {
        var samples = Samples.fresh();
        return new MakegoodFixture(storage, () -> false, samples,
                new TickingClock(samples.start()), UnaryOperator.identity());
    }

    /** A new customer with so many credits that never expire. */
    public CustomerId customerWith(long credits) {
        var customer = samples.customer();
        grant(customer, credits);
        return customer;
    }

    public TransferId grant(CustomerId customer, long credits) {
        return grant(customer, Grant.of(GrantSource.PURCHASE, new Credits(credits)));
    }

    public TransferId grant(CustomerId customer, Grant grant) {
        var id = samples.transfer();
        var unused = makegood.ledger().grant(id, customer, grant);
        return id;
    }

    /** A video that was ordered, with its 40 credits held. */
    public ProjectId submitProject(CustomerId customer) {
        var id = samples.project();
        if (makegood.projects().submit(id, customer, VIDEO) instanceof Submission.Queued) {
            return id;
        }
        throw new AssertionError("could not be ordered: " + id);
    }

    /** A video its pipeline works on. */
    public ProjectId startProject(CustomerId customer) {
        var id = submitProject(customer);
        runDueTasks();
        return id;
    }

    /** Runs what is due, until nothing is. */
    public void runDueTasks() {
        while (makegood.taskRunner().runDue(100) > 0) {
            Thread.onSpinWait();
        }
    }

    /** Lets time pass, and runs what became due. */
    public void advanceAndRun(Duration time) {
        clock.advance(time);
        runDueTasks();
    }

    public Project stateOf(ProjectId project) {
        return storage.projectHistory().find(project).orElseThrow();
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
