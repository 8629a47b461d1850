package dev.makegood.pipelines.prefect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The runs of the fake, each in the shape of a response, and the states they had. */
final class FakePrefectRuns {

    /** A run, and whether this call made it. */
    record FoundOrCreatedRun(ObjectNode run, boolean isNew) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, ObjectNode> runs = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> histories = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    /** Makes a run, or returns the one that was made with this key before, however long ago. */
    synchronized FoundOrCreatedRun findOrCreate(
            FakePrefectDeployment deployment, JsonNode request, Instant at) {
        var key = request.path("idempotency_key").stringValue("");
        var known = keys.get(deployment.flowId() + "/" + key);
        if (!key.isEmpty() && known != null && runs.containsKey(known)) {
            return new FoundOrCreatedRun(runs.get(known).deepCopy(), false);
        }
        var run = deployment.newRun(request, at);
        var id = run.path("id").stringValue();
        runs.put(id, run);
        keys.put(deployment.flowId() + "/" + key, id);
        move(id, FakePrefectStates.state("SCHEDULED", "Scheduled", "", at));
        return new FoundOrCreatedRun(run.deepCopy(), true);
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(runs.get(id)).map(ObjectNode::deepCopy);
    }

    synchronized List<ObjectNode> all() {
        return runs.values().stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized List<ObjectNode> historyOf(String id) {
        return List.copyOf(histories.getOrDefault(id, List.of()));
    }

    synchronized void forget(String id) {
        runs.remove(id);
    }

    synchronized String typeOf(String id) {
        return find(id).map(run -> run.path("state_type").stringValue("")).orElse("");
    }

    synchronized void move(String id, ObjectNode state) {
        Optional.ofNullable(runs.get(id)).ifPresent(run -> {
            histories.computeIfAbsent(id, unused -> new ArrayList<>()).add(state);
            run.set("state", state);
            run.set("state_id", state.path("id"));
            run.set("state_type", state.path("type"));
            run.set("state_name", state.path("name"));
            stamp(run, state);
        });
    }

    /** As the API may respond for a moment: a run without any state. */
    synchronized void loseState(String id) {
        Optional.ofNullable(runs.get(id))
                .ifPresent(run -> run
                        .putNull("state")
                        .putNull("state_id")
                        .putNull("state_type")
                        .putNull("state_name"));
    }

    private static void stamp(ObjectNode run, ObjectNode state) {
        run.set("updated", state.path("timestamp"));
        var type = state.path("type").stringValue("");
        if (type.equals("RUNNING")) {
            run.put("run_count", run.path("run_count").asInt(0) + 1);
            run.set("start_time", state.path("timestamp"));
            run.put("infrastructure_pid", "worker-1:" + UUID.randomUUID());
        }
        run.set("end_time",
                FakePrefectStates.isTerminal(type) ? state.path("timestamp") : JSON.nullNode());
    }
}
