package dev.makegood.testing;

import dev.makegood.project.Answer;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunOrder;
import dev.makegood.project.RunReport;
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
 * A pipeline that does as it is told, and starts each attempt of a project at most once.
 *
 * <p>It is strict: called inside a unit of work, or sent a known attempt as if it were new, it fails the test.
 */
public final class FakePipeline implements Pipeline {

    private final BooleanSupplier inUnit;
    private final Deque<Function<RunOrder, Start>> script = new ArrayDeque<>();
    private final Map<RunId, Optional<RunReport>> runs = new HashMap<>();
    private final Map<ProjectId, RunId> current = new HashMap<>();
    private final List<RunOrder> orders = new ArrayList<>();
    private Cancellation cancellation = new Unsupported();
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
        script.add(order -> runs.containsKey(idOf(order)) ? begun(order) : new Rejected(why));
    }

    /** Starts the next order, and its answer gets lost. */
    public synchronized void losesTheAnswer() {
        script.add(order -> {
            var unused = begun(order);
            return new Unknown("the answer was lost");
        });
    }

    /** The next order never arrives, and nobody can tell. */
    public synchronized void hearsNothing() {
        script.add(order -> new Unknown("no answer"));
    }

    /** The next order certainly starts nothing. */
    public synchronized void startsNothing(String why) {
        script.add(order -> new NotStarted(why));
    }

    /** Answers the next order only after something else has happened. */
    public synchronized void startsAfter(Runnable something) {
        script.add(order -> {
            var started = begun(order);
            something.run();
            return started;
        });
    }

    /** What it answers to every cancellation from now on. */
    public synchronized void answersCancellations(Cancellation with) {
        cancellation = with;
    }

    /** Tells nobody anything about its runs from now on. */
    public synchronized void fallsSilent() {
        silent = true;
    }

    /** Does the work of a project's run, and reports it. */
    public Answer.OfReport completes(ProjectId project) {
        return reports(project, succeeded(project));
    }

    /** Does the work of a project's run for so many credits, and reports it. */
    public Answer.OfReport completes(ProjectId project, long actualCredits) {
        return reports(project, new RunReport.Succeeded(runOf(project), "https://made.example/it",
                actualCredits, clock.instant()));
    }

    /** Breaks a project's run, and reports it. */
    public Answer.OfReport breaks(ProjectId project, String why) {
        return reports(project, broke(project, why));
    }

    /** Does the work of a project's run, and its report gets lost. */
    public void completesUnheard(ProjectId project) {
        ended(succeeded(project));
    }

    /** Breaks a project's run, and its report gets lost. */
    public void breaksUnheard(ProjectId project, String why) {
        ended(broke(project, why));
    }

    private RunReport succeeded(ProjectId project) {
        return new RunReport.Succeeded(runOf(project), "https://made.example/it", null,
                clock.instant());
    }

    private RunReport broke(ProjectId project, String why) {
        return new RunReport.Broke(runOf(project), new Failure(FailureReason.PIPELINE_ERROR, why),
                clock.instant());
    }

    private Answer.OfReport reports(ProjectId project, RunReport report) {
        ended(report);
        if (desk == null) {
            throw new AssertionError("it has nobody to report to");
        }
        return desk.report(project, report);
    }

    private synchronized void ended(RunReport report) {
        runs.put(report.run(), Optional.of(report));
    }

    /** The last run it has for a project; throws if there is none. */
    public synchronized RunId runOf(ProjectId project) {
        return Optional.ofNullable(current.get(project))
                .orElseThrow(() -> new AssertionError("no run of " + project));
    }

    /** Every order it was sent. */
    public synchronized List<RunOrder> orders() {
        return List.copyOf(orders);
    }

    /** How many runs it ever had. */
    public synchronized int runs() {
        return runs.size();
    }

    @Override
    public synchronized Start start(RunOrder order) {
        checkOutside();
        if (runs.containsKey(idOf(order)) && !order.repeated()) {
            throw new AssertionError("a known attempt, sent as if it were new: " + order);
        }
        orders.add(order);
        return script.isEmpty() ? begun(order) : script.poll().apply(order);
    }

    private Started begun(RunOrder order) {
        var run = idOf(order);
        runs.putIfAbsent(run, Optional.empty());
        current.put(order.id(), run);
        return new Started(run);
    }

    private static RunId idOf(RunOrder order) {
        return new RunId(order.id() + "-" + order.attempt());
    }

    @Override
    public synchronized Look look(Run run) {
        checkOutside();
        var known = runs.get(run.id());
        if (silent || known == null) {
            return new Unknown("nobody answers");
        }
        return known.<Look>map(Seen::new).orElseGet(StillRunning::new);
    }

    @Override
    public synchronized Cancellation cancel(Run run) {
        checkOutside();
        return cancellation;
    }

    private void checkOutside() {
        if (inUnit.getAsBoolean()) {
            throw new AssertionError("a pipeline was called inside a unit of work");
        }
    }
}
