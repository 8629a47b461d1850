package dev.makegood.simulation;

import dev.makegood.project.Pipeline;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline that keeps its contract in bad weather: each attempt has one run at most, answers get lost, orders
 * arrive late, and reports go their own ways.
 */
final class FlakyPipeline implements Pipeline {

    private static final Duration RUNS_AT_MOST = Duration.ofMinutes(30);
    private static final Duration LATE_AT_MOST = Duration.ofMinutes(10);

    private record Attempt(ProjectId project, int number) {}

    private record Late(Instant arrivesAt, RunOrder order) {}

    private final Dice dice;
    private final InstantSource clock;
    private final BooleanSupplier inUnit;
    private final Post post = new Post();
    private final Map<Attempt, FlakyRun> runs = new LinkedHashMap<>();
    private final List<FlakyRun> unreported = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private final Set<Attempt> rejected = new HashSet<>();
    private Weather weather;

    FlakyPipeline(Dice dice, Weather weather, InstantSource clock, BooleanSupplier inUnit) {
        this.dice = dice;
        this.weather = weather;
        this.clock = clock;
        this.inUnit = inUnit;
    }

    Post post() {
        return post;
    }

    /** From now on all goes well; what runs ends soon. */
    void calmDown() {
        weather = Weather.calm();
        var soon = clock.instant().plus(LATE_AT_MOST);
        runs.values().forEach(run -> run.endsAt = run.endsAt.isAfter(soon) ? soon : run.endsAt);
    }

    @Override
    public Start start(RunOrder order) {
        checkOutside();
        checkFormerRunEnded(order);
        var attempt = new Attempt(order.id(), order.attempt());
        if (rejected.contains(attempt)) {
            return new Rejected("refused before");
        }
        var known = runs.get(attempt);
        return known == null ? startNew(order, attempt) : answered(known);
    }

    private Start startNew(RunOrder order, Attempt attempt) {
        boolean mayArrive = late.stream().anyMatch(other -> isSame(other.order(), order));
        if (!mayArrive && dice.chance(weather.answersLost / 4)) {
            rejected.add(attempt);
            return new Rejected("no such model");
        }
        if (!mayArrive && dice.chance(weather.answersLost / 4)) {
            return new NotStarted("full");
        }
        if (dice.chance(weather.answersLost)) {
            if (dice.chance(50)) {
                late.add(new Late(clock.instant().plus(dice.within(LATE_AT_MOST)), order));
            }
            return new Unknown("timed out");
        }
        return answered(begun(order));
    }

    private static boolean isSame(RunOrder one, RunOrder other) {
        return one.id().equals(other.id()) && one.attempt() == other.attempt();
    }

    private Start answered(FlakyRun run) {
        if (dice.chance(weather.crashes / 3)) {
            throw new Crash();
        }
        return dice.chance(weather.answersLost) ? new Unknown("the answer was lost")
                : new Started(run.id);
    }

    private FlakyRun begun(RunOrder order) {
        return runs.computeIfAbsent(new Attempt(order.id(), order.attempt()), attempt -> {
            @Nullable
            Long cost = dice.chance(30) ? (Long) (long) dice.upTo(100) : null;
            var run = new FlakyRun(order.id(), order.attempt(),
                    clock.instant().plus(dice.within(RUNS_AT_MOST)), dice.chance(60), cost);
            unreported.add(run);
            return run;
        });
    }

    /** A second run beside one that may still go would be paid for twice. */
    private void checkFormerRunEnded(RunOrder order) {
        var former = runs.get(new Attempt(order.id(), order.attempt() - 1));
        if (former != null && (!former.hasEnded(clock.instant()) || former.succeeds)) {
            throw new AssertionError("a second run beside one that goes: " + order);
        }
    }

    /** Lets what is due happen there: orders arrive, runs end and report. */
    void goOn() {
        late.removeIf(order -> !order.arrivesAt().isAfter(clock.instant())
                && begun(order.order()).attempt > 0);
        unreported.removeIf(run -> run.reported || (run.hasEnded(clock.instant()) && told(run)));
    }

    private boolean told(FlakyRun run) {
        if (!dice.chance(weather.reportsLost)) {
            send(run, run.succeeds, dice.chance(30) ? null : run.id);
        }
        if (dice.chance(weather.reportsDoubled)) {
            send(run, run.succeeds, run.id);
        }
        if (dice.chance(weather.reportsWrong)) {
            send(run, !run.succeeds, dice.chance(50) ? run.id : null);
        }
        if (dice.chance(weather.reportsWrong)) {
            send(run, run.succeeds, new RunId("another-" + run.id));
        }
        run.reported = true;
        return true;
    }

    private void send(FlakyRun run, boolean success, @Nullable RunId id) {
        post.send(run.project, run.report(success, id),
                clock.instant().plus(dice.within(LATE_AT_MOST)));
    }

    /** Any run it ever had for a project. */
    Optional<FlakyRun> runOf(ProjectId project) {
        return Optional.ofNullable(runs.get(new Attempt(project, 1)));
    }

    private Optional<FlakyRun> find(Run run) {
        return Optional.ofNullable(runs.get(new Attempt(run.project(), run.attempt())));
    }

    @Override
    public Look look(Run asked) {
        checkOutside();
        if (dice.chance(weather.answersLost)) {
            return new Unknown("timed out");
        }
        var run = find(asked).orElseThrow(() -> new AssertionError("nobody's run: " + asked));
        return run.hasEnded(clock.instant()) ? new Seen(run.report()) : new StillRunning();
    }

    @Override
    public Cancellation cancel(Run asked) {
        checkOutside();
        var run = find(asked).orElseThrow(() -> new AssertionError("nobody's run: " + asked));
        if (run.hasEnded(clock.instant())) {
            return new TooLate();
        }
        if (dice.chance(30)) {
            return new Unsupported();
        }
        boolean lost = dice.chance(weather.answersLost);
        if (!lost || dice.chance(50)) {
            run.stop(clock.instant());
        }
        return lost ? new Unknown("timed out") : new Cancelled();
    }

    private void checkOutside() {
        if (inUnit.getAsBoolean()) {
            throw new AssertionError("a pipeline was called inside a unit of work");
        }
    }
}
