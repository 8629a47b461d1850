package dev.makegood.pipelines.prefect;

import dev.makegood.project.RunOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body that asks for a run.
 *
 * <p>The flow gets the parameters {@code project_id}, {@code prompt}, {@code quality} if one was
 * chosen, and each further input under its own name.
 */
record Wish(RunOrder order) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Never forgotten by Prefect, so it names the attempt as well as the project. */
    String key() {
        return "makegood-" + order.id() + "-" + order.attempt();
    }

    JsonNode json() {
        var json = JSON.createObjectNode().put("name", key()).put("idempotency_key", key());
        json.putArray("tags").add("makegood").add(key());
        var parameters = json.putObject("parameters");
        order.order().inputs().forEach(parameters::put);
        order.order()
                .operation()
                .multipliers()
                .names()
                .forEach(name -> parameters.put("quality", name));
        parameters.put("project_id", order.id().toString()).put("prompt", order.order().prompt());
        return json;
    }

    /** The filter that finds the run again, by its tag. */
    JsonNode filter() {
        var json = JSON.createObjectNode().put("limit", 1);
        json.withObject("/flow_runs/tags").putArray("all_").add(key());
        return json;
    }
}
