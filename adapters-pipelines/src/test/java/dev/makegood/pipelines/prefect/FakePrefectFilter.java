package dev.makegood.pipelines.prefect;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The filter of {@code POST /flow_runs/filter}, as far as we use it. */
record FakePrefectFilter(JsonNode request) {

    private static final JsonMapper JSON = new JsonMapper();
    static final int LIMIT_MAX = 200;

    boolean exceedsLimit() {
        return request.path("limit").asInt(LIMIT_MAX) > LIMIT_MAX;
    }

    ArrayNode apply(List<ObjectNode> runs) {
        var found = JSON.createArrayNode();
        runs.stream()
                .filter(this::matches)
                .skip(request.path("offset").asInt(0))
                .limit(request.path("limit").asInt(LIMIT_MAX))
                .forEach(found::add);
        return found;
    }

    private boolean matches(ObjectNode run) {
        var wanted = request.path("flow_runs");
        var tags = texts(run.path("tags")).toList();
        return isOneOf(wanted.at("/id/any_"), run.path("id"))
                && isOneOf(wanted.at("/state/type/any_"), run.path("state_type"))
                && isOneOf(wanted.at("/idempotency_key/any_"), run.path("idempotency_key"))
                && texts(wanted.at("/tags/all_")).allMatch(tags::contains);
    }

    private static boolean isOneOf(JsonNode any, JsonNode value) {
        return !any.isArray() || texts(any).anyMatch(value.stringValue("")::equals);
    }

    private static Stream<String> texts(JsonNode array) {
        return array.values().stream().map(node -> node.stringValue(""));
    }
}
