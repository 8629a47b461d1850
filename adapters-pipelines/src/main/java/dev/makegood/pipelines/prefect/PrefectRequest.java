package dev.makegood.pipelines.prefect;

import dev.makegood.project.RunRequest;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body that requests a run.
 *
 * <p>The flow gets the parameters {@code project_id}, {@code prompt}, {@code quality} if one was
 * chosen, and each further input under its own name, as far as it takes them; and {@code attempt}
 * if it names it, to send it back with its report.
 */
record PrefectRequest(RunRequest request) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ATTEMPT = "attempt";

    /** Never forgotten by Prefect, so it names the attempt as well as the project. */
    String idempotencyKey() {
        return "makegood-" + request.id() + "-" + request.attempt();
    }

    JsonNode toJson(PrefectParameters accepted) {
        var json = JSON.createObjectNode()
                .put("name", idempotencyKey())
                .put("idempotency_key", idempotencyKey());
        json.putArray("tags").add("makegood").add(idempotencyKey());
        var parameters = json.putObject("parameters");
        parameters().forEach((name, value) -> {
            if (accepted.accepts(name)) {
                parameters.put(name, value);
            }
        });
        if (accepted.names().contains(ATTEMPT)) {
            parameters.put(ATTEMPT, Integer.toString(request.attempt()));
        }
        return json;
    }

    private Map<String, String> parameters() {
        var parameters = new TreeMap<>(request.inputs());
        request.operation()
                .multipliers()
                .names()
                .forEach(name -> parameters.put("quality", name));
        parameters.put("project_id", request.id().toString());
        parameters.put("prompt", request.prompt());
        return parameters;
    }

    /** The filter that finds the run again, by its tag. */
    JsonNode runFilter() {
        var json = JSON.createObjectNode().put("limit", 1);
        json.withObject("/flow_runs/tags").putArray("all_").add(idempotencyKey());
        return json;
    }
}
