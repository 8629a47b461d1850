package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.Answer;
import dev.makegood.pipelines.Worker;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules of {@code set_state}: a refusal is a 200 too; only {@code status} tells it apart. */
final class Orchestration {

    private static final JsonMapper JSON = new JsonMapper();

    private final Runs runs;
    private final Actors actors;
    private final Worker worker;

    Orchestration(Runs runs, Actors actors, Worker worker) {
        this.runs = runs;
        this.actors = actors;
        this.worker = worker;
    }

    Answer propose(ObjectNode run, JsonNode state, boolean force) {
        var from = run.path("state_type").stringValue("");
        var to = state.path("type").stringValue("");
        if (force) {
            return accept(run, state, to);
        }
        if (States.isRefused(from, to)) {
            return answer(200, run.path("state"), "ABORT", "This run has already terminated.");
        }
        if (States.isCancelledAtOnce(from, to)) {
            var cancelled = States.state("CANCELLED", "Cancelled", "", worker.now());
            runs.move(run.path("id").stringValue(), cancelled);
            return answer(201, cancelled, "REJECT", "No infrastructure to terminate.");
        }
        return accept(run, state, to);
    }

    private Answer accept(ObjectNode run, JsonNode state, String to) {
        var name = state.path("name").stringValue(States.nameOf(to));
        var next = States.state(to, name, "", worker.now());
        runs.move(run.path("id").stringValue(), next);
        if (to.equals("CANCELLING")) {
            actors.cancel(run);
        }
        return answer(201, next, "ACCEPT", "");
    }

    private static Answer answer(int status, JsonNode state, String verdict, String reason) {
        var body = JSON.createObjectNode().put("status", verdict);
        body.set("state", state);
        body.putObject("details")
                .put("type", verdict.toLowerCase(Locale.ROOT) + "_details")
                .put("reason", reason);
        return new Answer(status, body);
    }
}
