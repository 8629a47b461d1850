package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.FakeScheduler;
import dev.makegood.pipelines.FakeStatusCallbacks;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The worker behind the fake: plays each run, obeys a cancellation, and reports an end. */
final class FakePrefectWorker {

    private static final String WHY = "Flow run encountered an exception: out of memory";
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final FakePrefectRuns runs;
    private final FakeScheduler scheduler;
    private volatile Duration beat = Duration.ofSeconds(5);
    private volatile Optional<FakeStatusCallbacks> flowCode = Optional.empty();
    private volatile Optional<FakeStatusCallbacks> automation = Optional.empty();

    FakePrefectWorker(FakePrefectRuns runs, FakeScheduler scheduler) {
        this.runs = runs;
        this.scheduler = scheduler;
    }

    void setBeat(Duration newBeat) {
        beat = newBeat;
    }

    void reportFromFlowTo(FakeStatusCallbacks callbacks) {
        flowCode = Optional.of(callbacks);
    }

    void reportFromAutomationTo(FakeStatusCallbacks callbacks) {
        automation = Optional.of(callbacks);
    }

    void play(ObjectNode run) {
        var id = run.path("id").stringValue();
        var start = scheduler.now();
        for (var step : scenarioOf(run).steps()) {
            scheduler.schedule(start.plus(beat.multipliedBy(step.beat())),
                    () -> enter(run, id, step));
        }
    }

    /** The engine calls the function with parameters that it does not have: no code of the flow runs. */
    void playMismatch(ObjectNode run, String problem) {
        var id = run.path("id").stringValue();
        scheduler.schedule(scheduler.now().plus(beat), () -> {
            runs.move(id,
                    FakePrefectStates.state("FAILED", "Failed", problem, scheduler.now()));
            automation.ifPresent(callbacks -> callbacks.reportFailed(id, problem));
        });
    }

    private void enter(ObjectNode run, String id, FakePrefectScenario.ScenarioStep step) {
        if (mayGoOn(run, runs.typeOf(id))) {
            var message = step.type().equals("FAILED") ? WHY : "";
            runs.move(id,
                    FakePrefectStates.state(step.type(), step.name(), message, scheduler.now()));
            report(run, id, step, message);
        }
    }

    private static boolean mayGoOn(ObjectNode run, String type) {
        return switch (type) {
            case "CANCELLING" -> scenarioOf(run) == FakePrefectScenario.IGNORE_CANCEL;
            case "CANCELLED", "" -> false;
            default -> true;
        };
    }

    /** Code in the flow speaks only while its process lives; an automation sees every end. */
    private void report(
            ObjectNode run, String id, FakePrefectScenario.ScenarioStep step, String message) {
        var ours = run.at("/parameters/project_id").stringValue(id);
        switch (step.type()) {
            case "COMPLETED" -> {
                flowCode.ifPresent(callbacks -> callbacks.reportCompleted(ours));
                automation.ifPresent(callbacks -> callbacks.reportCompleted(id));
            }
            case "FAILED" -> {
                flowCode.ifPresent(callbacks -> callbacks.reportFailed(ours, message));
                automation.ifPresent(callbacks -> callbacks.reportFailed(id, message));
            }
            case "CRASHED" ->
                    automation.ifPresent(callbacks -> callbacks.reportFailed(id, "it crashed"));
            default -> {}
        }
    }

    /** Cancels the run, and ends it after its grace period, unless it ignores that. */
    void cancel(ObjectNode run) {
        var id = run.path("id").stringValue();
        if (scenarioOf(run) != FakePrefectScenario.IGNORE_CANCEL) {
            scheduler.schedule(scheduler.now().plus(GRACE), () -> {
                runs.move(id,
                        FakePrefectStates.state("CANCELLED", "Cancelled", "", scheduler.now()));
                automation.ifPresent(callbacks -> callbacks.reportFailed(id, "cancelled"));
            });
        }
    }

    private static FakePrefectScenario scenarioOf(ObjectNode run) {
        return FakePrefectScenario.of(run.at("/parameters/prompt").stringValue("")
                + " #" + run.at("/parameters/hostname").stringValue(""));
    }
}
