package dev.makegood.explorer;

import dev.makegood.Makegood;
import dev.makegood.MakegoodBuilder;
import dev.makegood.Storage;
import dev.makegood.audit.Audit;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.simulation.CrashingStorage;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A world small enough that every order of its deeds can be tried: two customers, and two servers whose clocks are an hour
 * apart.
 */
abstract class SmallWorld {

    static final Cause CAUSE = new Cause("operator:explorer", "explored");
    private static final Duration APART = Duration.ofHours(1);
    private static final Duration FAR = Duration.ofDays(10_000);
    private static final int TASKS_MAX = 1_000;

    final Samples samples;
    final TickingClock clock;
    final CustomerId ada;
    final CustomerId bob;
    final Storage durable;
    private final Place place;
    private final CrashingStorage storage;
    private final Duration drainFor;
    private boolean isBehind;

    SmallWorld(Place place, Duration drainFor) {
        this.place = place;
        this.samples = place.samples();
        this.clock = new TickingClock(samples.start());
        this.ada = samples.customer();
        this.bob = samples.customer();
        this.durable = new OwnTasksStorage(place.storage(), Set.of(ada, bob));
        this.storage = new CrashingStorage(durable);
        this.drainFor = drainFor;
    }

    abstract Makegood onTime();

    abstract Makegood anHourBehind();

    /** What is outside fails no longer. */
    void calmDown() {}

    /** What must be true of this world when nothing is left to do. */
    void checkEnd() {}

    final Makegood open(InstantSource source, UnaryOperator<MakegoodBuilder> setup) {
        return setup.apply(Makegood.on(storage).withClock(source)).open();
    }

    final InstantSource clockBehind() {
        return () -> clock.instant().minus(APART);
    }

    /** The server that customers and notices reach now. */
    final Makegood server() {
        return isBehind ? anHourBehind() : onTime();
    }

    final Instant now() {
        return isBehind ? clock.instant().minus(APART) : clock.instant();
    }

    final void switchServer() {
        isBehind = !isBehind;
    }

    final void runTasks() {
        var unused = server().taskRunner().runDue(10);
    }

    /** Lets the process of this world end before, or after, the next so many steps are durable. */
    final void crashAfter(int steps, boolean afterwards) {
        storage.crashAfter(steps, afterwards);
    }

    final void neverCrash() {
        storage.neverCrash();
    }

    /** How many steps became durable. */
    final int steps() {
        return storage.steps();
    }

    /** Runs what is left to do until nothing is, and says what does not add up. */
    final void drainAndCheck() {
        neverCrash();
        calmDown();
        drain();
        checkEnd();
        check(durable);
    }

    private void drain() {
        var until = clock.instant().plus(APART).plus(drainFor);
        for (var due = onTime().taskRunner().runDue(100); clock.instant().isBefore(until); due =
                onTime().taskRunner().runDue(100)) {
            if (due == 0) {
                clock.advanceTo(nextDue(until));
            }
        }
    }

    private Instant nextDue(Instant until) {
        return durable.taskQueue()
                .due(until, 1)
                .stream()
                .findFirst()
                .map(task -> task.dueAt().isAfter(clock.instant()) ? task.dueAt()
                        : clock.instant().plusSeconds(1))
                .orElse(until);
    }

    private void check(Storage books) {
        for (var customer : List.of(ada, bob)) {
            if (books.reports().events(customer, 0, 1).isEmpty()) {
                continue; // Nothing ever happened: it is not in every world.
            }
            var violations = Audit.of(books.archive()).violations(customer);
            if (!violations.isEmpty()) {
                throw new AssertionError("the audit found " + violations);
            }
            Conservation.check(books, customer);
        }
    }

    /** Everything that was written here is written there too, and adds up there. */
    final void repeatIn(Storage other) {
        ((RecordingStorage) place.storage()).repeatIn(other);
        check(other);
    }

    /** Leaves no task behind in a storage that others use too. */
    final void leave() {
        durable.taskQueue()
                .due(clock.instant().plus(FAR), TASKS_MAX)
                .forEach(task -> durable.change(task.customer(),
                        unit -> unit.tasks().remove(task.kind(), task.subjectId())));
    }
}
