package dev.makegood.testing;

import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline;
import dev.makegood.project.ProjectAnswer;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import dev.makegood.project.RunRequest;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline that does what a test says, and starts each attempt of a project at most once.
 *
 * <p>It is strict: called inside a unit of work, or sent a known attempt as if it were new, it
 * fails the test.
 */
public final class FakePipeline implements Pipeline {

    private final BooleanSupplier inUnit;
    private final Deque<Function<RunRequest, StartResult>> script = new ArrayDeque<>();
    private final Map<RunId, Optional<RunReport>> runs = new HashMap<>();
    private final Map<ProjectId, RunId> current = new HashMap<>();
    private final List<RunRequest> orders = new ArrayList<>();
    private CancelResult cancelResult = new Unsupported();
    private boolean silent;
    private @Nullable Projects desk;
    private InstantSource clock = new TickingClock("2026-01-01T12:00:00Z");

    private FakePipeline(BooleanSupplier inUnit) {
        this.inUnit = inUnit;
    }

    /** A pipeline that fails the test if it is called while this says that a unit is open. */
    public static FakePipeline outside(BooleanSupplier inUnit) {
        return new FakePipeline(inUnit);
    }

    /** Reports to this desk what happens there. */
    public void reportsTo(Projects projects, InstantSource time) {
        desk = projects;
        clock = time;
    }

    /** Refuses the next order, unless an earlier sending of it made a run. */
    public synchronized void rejects(String why) {
        script.add(
                request -> runs.containsKey(idOf(request)) ? startRun(request) : new Rejected(why));
    }

    /** Starts the next order, and its answer gets lost. */
    public synchronized void losesTheAnswer() {
        script.add(request -> {
            var unused = startRun(request);
            return new Unknown("the answer was lost");
        });
    }

    /** The next request never arrives, and the outcome is unknown. */
    public synchronized void losesTheOrder() {
        script.add(request -> new Unknown("no answer"));
    }

    /** The next order certainly starts nothing, unless an earlier sending of it made a run. */
    public synchronized void startsNothing(String why) {
        script.add(request -> runs.containsKey(idOf(request)) ? startRun(request)
                : new NotStarted(why));
    }

    /** Answers the next request only after something else has happened. */
    public synchronized void startsAfter(Runnable something) {
        script.add(request -> {
            var started = startRun(request);
            something.run();
            return started;
        });
    }

    /** What it answers to every cancellation from now on. */
    public synchronized void answersCancellations(CancelResult with) {
        cancelResult = with;
    }

    /** Answers no polls from now on. */
    public synchronized void fallsSilent() {
        silent = true;
    }

    /** Does the work of a project's run, and reports it. */
    public ProjectAnswer.ToReport completes(ProjectId project) {
        return reports(project, successReport(project));
    }

    /** Does the work of a project's run for so many credits, and reports it. */
    public ProjectAnswer.ToReport completes(ProjectId project, long actualCredits) {
        return reports(project,
                new RunReport.RunSucceeded(runOf(project), "https://made.example/it", actualCredits,
                        clock.instant()));
    }

    /** Breaks a project's run, and reports it. */
    public ProjectAnswer.ToReport breaks(ProjectId project, String why) {
        return reports(project, failureReport(project, why));
    }

    /** Does the work of a project's run, and its report gets lost. */
    public void completesWithoutReport(ProjectId project) {
        endRun(successReport(project));
    }

    /** Breaks a project's run, and its report gets lost. */
    public void breaksWithoutReport(ProjectId project, String why) {
        endRun(failureReport(project, why));
    }

    private RunReport successReport(ProjectId project) {
        return new RunReport.RunSucceeded(runOf(project), "https://made.example/it", null,
                clock.instant());
    }

    private RunReport failureReport(ProjectId project, String why) {
        return new RunReport.RunFailed(runOf(project),
                new Failure(FailureReason.PIPELINE_ERROR, why), clock.instant());
    }

    private ProjectAnswer.ToReport reports(ProjectId project, RunReport report) {
        endRun(report);
        if (desk == null) {
            throw new AssertionError("the fake pipeline has no desk to report to");
        }
        return desk.report(project, report);
    }

    private synchronized void endRun(RunReport report) {
        runs.put(report.run(), Optional.of(report));
    }

    /** The last run it has for a project; throws if there is none. */
    public synchronized RunId runOf(ProjectId project) {
        return Optional.ofNullable(current.get(project))
                .orElseThrow(() -> new AssertionError("no run of " + project));
    }

    /** Every order it was sent. */
    public synchronized List<RunRequest> orders() {
        return List.copyOf(orders);
    }

    /** How many runs it ever had. */
    public synchronized int runs() {
        return runs.size();
    }

    @Override
    public synchronized StartResult start(RunRequest request) {
        checkOutside();
        if (runs.containsKey(idOf(request)) && !request.repeated()) {
            throw new AssertionError("a known attempt, sent as if it were new: " + request);
        }
        orders.add(request);
        return script.isEmpty() ? startRun(request) : script.poll().apply(request);
    }

    private Started startRun(RunRequest request) {
        var run = idOf(request);
        runs.putIfAbsent(run, Optional.empty());
        current.put(request.id(), run);
        return new Started(run);
    }

    private static RunId idOf(RunRequest request) {
        return new RunId(request.id() + "-" + request.attempt());
    }

    @Override
    public synchronized RunPollResult poll(Run run) {
        checkOutside();
        var known = runs.get(run.id());
        if (silent || known == null) {
            return new Unknown("no answer");
        }
        return known.<RunPollResult>map(RunEnded::new).orElseGet(StillRunning::new);
    }

    @Override
    public synchronized CancelResult cancel(Run run) {
        checkOutside();
        return cancelResult;
    }

    private void checkOutside() {
        if (inUnit.getAsBoolean()) {
            throw new AssertionError("a pipeline was called inside a unit of work");
        }
    }
}
