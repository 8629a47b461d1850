package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.StatusCalls;
import dev.makegood.pipelines.Worker;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The worker behind the fake: plays each run, obeys a cancellation, and reports an end. */
final class Actors {

    private static final String WHY = "Flow run encountered an exception: out of memory";
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Runs runs;
    private final Worker worker;
    private volatile Duration beat = Duration.ofSeconds(5);
    private volatile Optional<StatusCalls> flowCode = Optional.empty();
    private volatile Optional<StatusCalls> automation = Optional.empty();

    Actors(Runs runs, Worker worker) {
        this.runs = runs;
        this.worker = worker;
    }

    void beatOf(Duration newBeat) {
        beat = newBeat;
    }

    void flowReportsTo(StatusCalls calls) {
        flowCode = Optional.of(calls);
    }

    void automationReportsTo(StatusCalls calls) {
        automation = Optional.of(calls);
    }

    void play(ObjectNode run) {
        var id = run.path("id").stringValue();
        var start = worker.now();
        for (var scene : playOf(run).scenes()) {
            worker.at(start.plus(beat.multipliedBy(scene.beat())), () -> enter(run, id, scene));
        }
    }

    private void enter(ObjectNode run, String id, Play.Scene scene) {
        if (mayGoOn(run, runs.typeOf(id))) {
            var message = scene.type().equals("FAILED") ? WHY : "";
            runs.move(id, States.state(scene.type(), scene.name(), message, worker.now()));
            report(run, id, scene, message);
        }
    }

    private static boolean mayGoOn(ObjectNode run, String type) {
        return switch (type) {
            case "CANCELLING" -> playOf(run) == Play.STUBBORN;
            case "CANCELLED", "" -> false;
            default -> true;
        };
    }

    /** Code in the flow speaks only while its process lives; an automation sees every end. */
    private void report(ObjectNode run, String id, Play.Scene scene, String message) {
        var ours = run.at("/parameters/project_id").stringValue(id);
        switch (scene.type()) {
            case "COMPLETED" -> {
                flowCode.ifPresent(calls -> calls.completed(ours));
                automation.ifPresent(calls -> calls.completed(id));
            }
            case "FAILED" -> {
                flowCode.ifPresent(calls -> calls.failed(ours, message));
                automation.ifPresent(calls -> calls.failed(id, message));
            }
            case "CRASHED" -> automation.ifPresent(calls -> calls.failed(id, "it crashed"));
            default -> {}
        }
    }

    /** Hears that the run is to stop, and lets it die after its grace, unless it is stubborn. */
    void cancel(ObjectNode run) {
        var id = run.path("id").stringValue();
        if (playOf(run) != Play.STUBBORN) {
            worker.at(worker.now().plus(GRACE), () -> {
                runs.move(id, States.state("CANCELLED", "Cancelled", "", worker.now()));
                automation.ifPresent(calls -> calls.failed(id, "cancelled"));
            });
        }
    }

    private static Play playOf(ObjectNode run) {
        return Play.of(run.at("/parameters/prompt").stringValue("")
                + " #" + run.at("/parameters/hostname").stringValue(""));
    }
}
