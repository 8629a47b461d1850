package dev.makegood.simulation;

import dev.makegood.project.Pipeline;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunRequest;
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
 * A pipeline that keeps its contract under faults: each attempt has one run at most, answers get
 * lost, orders arrive late, and reports go their own ways.
 */
final class FlakyPipeline implements Pipeline {

    private static final Duration RUN_TIME_MAX = Duration.ofMinutes(30);
    private static final Duration DELAY_MAX = Duration.ofMinutes(10);

    private record Attempt(ProjectId project, int number) {}

    private record DelayedRequest(Instant arrivesAt, RunRequest request) {}

    private final Dice dice;
    private final InstantSource clock;
    private final BooleanSupplier inUnit;
    private final ReportDelivery reports = new ReportDelivery();
    private final Map<Attempt, FlakyRun> runs = new LinkedHashMap<>();
    private final List<FlakyRun> unreported = new ArrayList<>();
    private final List<DelayedRequest> delayed = new ArrayList<>();
    private final Set<Attempt> rejected = new HashSet<>();
    private FaultRates faultRates;

    FlakyPipeline(Dice dice, FaultRates faultRates, InstantSource clock, BooleanSupplier inUnit) {
        this.dice = dice;
        this.faultRates = faultRates;
        this.clock = clock;
        this.inUnit = inUnit;
    }

    ReportDelivery reports() {
        return reports;
    }

    /** From now on all goes well; what runs ends soon. */
    void calmDown() {
        faultRates = FaultRates.calm();
        var soon = clock.instant().plus(DELAY_MAX);
        runs.values().forEach(run -> run.endsAt = run.endsAt.isAfter(soon) ? soon : run.endsAt);
    }

    @Override
    public StartResult start(RunRequest request) {
        checkOutside();
        checkFormerRunEnded(request);
        var attempt = new Attempt(request.id(), request.attempt());
        if (rejected.contains(attempt)) {
            return new Rejected("refused before");
        }
        var known = runs.get(attempt);
        return known == null ? startNew(request, attempt) : answerStarted(known);
    }

    private StartResult startNew(RunRequest request, Attempt attempt) {
        boolean mayArrive = delayed.stream().anyMatch(other -> isSame(other.request(), request));
        if (!mayArrive && dice.chance(faultRates.answersLost / 4)) {
            rejected.add(attempt);
            return new Rejected("no such model");
        }
        if (!mayArrive && dice.chance(faultRates.answersLost / 4)) {
            return new NotStarted("full");
        }
        if (dice.chance(faultRates.answersLost)) {
            if (dice.chance(50)) {
                delayed.add(
                        new DelayedRequest(clock.instant().plus(dice.within(DELAY_MAX)), request));
            }
            return new Unknown("timed out");
        }
        return answerStarted(startRun(request));
    }

    private static boolean isSame(RunRequest one, RunRequest other) {
        return one.id().equals(other.id()) && one.attempt() == other.attempt();
    }

    private StartResult answerStarted(FlakyRun run) {
        if (dice.chance(faultRates.crashes / 3)) {
            throw new Crash();
        }
        return dice.chance(faultRates.answersLost) ? new Unknown("the answer was lost")
                : new Started(run.id);
    }

    private FlakyRun startRun(RunRequest request) {
        return runs.computeIfAbsent(new Attempt(request.id(), request.attempt()), attempt -> {
            @Nullable
            Long cost = dice.chance(30) ? (Long) (long) dice.upTo(100) : null;
            var run = new FlakyRun(request.id(), request.attempt(),
                    clock.instant().plus(dice.within(RUN_TIME_MAX)), dice.chance(60), cost);
            unreported.add(run);
            return run;
        });
    }

    /** A second run beside one that may still go would be paid for twice. */
    private void checkFormerRunEnded(RunRequest request) {
        var former = runs.get(new Attempt(request.id(), request.attempt() - 1));
        if (former != null && (!former.hasEnded(clock.instant()) || former.succeeds)) {
            throw new AssertionError("a second run beside one that goes: " + request);
        }
    }

    /** Lets what is due happen there: orders arrive, runs end and report. */
    void runDue() {
        delayed.removeIf(order -> !order.arrivesAt().isAfter(clock.instant())
                && startRun(order.request()).attempt > 0);
        unreported.removeIf(
                run -> run.reported || (run.hasEnded(clock.instant()) && sendReports(run)));
    }

    private boolean sendReports(FlakyRun run) {
        if (!dice.chance(faultRates.reportsLost)) {
            send(run, run.succeeds, dice.chance(30) ? null : run.id);
        }
        if (dice.chance(faultRates.reportsDoubled)) {
            send(run, run.succeeds, run.id);
        }
        if (dice.chance(faultRates.reportsWrong)) {
            send(run, !run.succeeds, dice.chance(50) ? run.id : null);
        }
        if (dice.chance(faultRates.reportsWrong)) {
            send(run, run.succeeds, new RunId("another-" + run.id));
        }
        run.reported = true;
        return true;
    }

    private void send(FlakyRun run, boolean success, @Nullable RunId id) {
        reports.send(run.project, run.report(success, id),
                clock.instant().plus(dice.within(DELAY_MAX)));
    }

    /** Any run it ever had for a project. */
    Optional<FlakyRun> runOf(ProjectId project) {
        return Optional.ofNullable(runs.get(new Attempt(project, 1)));
    }

    private Optional<FlakyRun> find(Run wanted) {
        return Optional.ofNullable(runs.get(new Attempt(wanted.project(), wanted.attempt())));
    }

    @Override
    public RunPollResult poll(Run wanted) {
        checkOutside();
        if (dice.chance(faultRates.answersLost)) {
            return new Unknown("timed out");
        }
        var run = find(wanted).orElseThrow(() -> new AssertionError("no such run: " + wanted));
        return run.hasEnded(clock.instant()) ? new RunEnded(run.report()) : new StillRunning();
    }

    @Override
    public CancelResult cancel(Run wanted) {
        checkOutside();
        var run = find(wanted).orElseThrow(() -> new AssertionError("no such run: " + wanted));
        if (run.hasEnded(clock.instant())) {
            return new TooLate();
        }
        if (dice.chance(30)) {
            return new Unsupported();
        }
        boolean lost = dice.chance(faultRates.answersLost);
        if (!lost || dice.chance(50)) {
            run.stop(clock.instant());
        }
        return lost ? new Unknown("timed out") : new RunCancelled();
    }

    private void checkOutside() {
        if (inUnit.getAsBoolean()) {
            throw new AssertionError("a pipeline was called inside a unit of work");
        }
    }
}
