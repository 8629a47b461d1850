package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.FakePipelineResponse;
import dev.makegood.pipelines.FakeScheduler;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules of {@code set_state}: a refusal is a 200 too; only {@code status} shows the difference. */
final class FakePrefectOrchestration {

    private static final JsonMapper JSON = new JsonMapper();

    private final FakePrefectRuns runs;
    private final FakePrefectWorker actors;
    private final FakeScheduler scheduler;

    FakePrefectOrchestration(
            FakePrefectRuns runs, FakePrefectWorker actors, FakeScheduler scheduler) {
        this.runs = runs;
        this.actors = actors;
        this.scheduler = scheduler;
    }

    FakePipelineResponse propose(ObjectNode run, JsonNode state, boolean force) {
        var from = run.path("state_type").stringValue("");
        var to = state.path("type").stringValue("");
        if (force) {
            return accept(run, state, to);
        }
        if (FakePrefectStates.isRefused(from, to)) {
            return answer(200, run.path("state"), "ABORT", "This run has already terminated.");
        }
        if (FakePrefectStates.isCancelledAtOnce(from, to)) {
            var cancelled = FakePrefectStates.state("CANCELLED", "Cancelled", "", scheduler.now());
            runs.move(run.path("id").stringValue(), cancelled);
            return answer(201, cancelled, "REJECT", "No infrastructure to terminate.");
        }
        return accept(run, state, to);
    }

    private FakePipelineResponse accept(ObjectNode run, JsonNode state, String to) {
        var name = state.path("name").stringValue(FakePrefectStates.nameOf(to));
        var next = FakePrefectStates.state(to, name, "", scheduler.now());
        runs.move(run.path("id").stringValue(), next);
        if (to.equals("CANCELLING")) {
            actors.cancel(run);
        }
        return answer(201, next, "ACCEPT", "");
    }

    private static FakePipelineResponse answer(
            int status, JsonNode state, String verdict, String reason) {
        var body = JSON.createObjectNode().put("status", verdict);
        body.set("state", state);
        body.putObject("details")
                .put("type", verdict.toLowerCase(Locale.ROOT) + "_details")
                .put("reason", reason);
        return new FakePipelineResponse(status, body);
    }
}
