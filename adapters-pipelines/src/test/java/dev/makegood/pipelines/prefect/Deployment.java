package dev.makegood.pipelines.prefect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A flow that can be run, and the text parameters that its schema asks for. */
record Deployment(String id, String flowId, String flow, String name, List<String> required) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> NULLS = Set.of(
            "start_time", "end_time", "next_scheduled_start_time", "infrastructure_pid",
            "created_by");

    static Deployment of(String flow, String name, List<String> required) {
        return new Deployment(newId(), newId(), flow, name, required);
    }

    ObjectNode json() {
        var json = JSON.createObjectNode()
                .put("id", id)
                .put("name", name)
                .put("flow_id", flowId)
                .put("paused", false);
        var schema = json.putObject("parameter_openapi_schema").put("type", "object");
        required.forEach(schema.putArray("required")::add);
        return json;
    }

    /** What is wrong with these parameters, by the schema. */
    Optional<String> problemOf(JsonNode parameters) {
        return required.stream()
                .filter(name -> !parameters.path(name).isString())
                .findFirst()
                .map(name -> "Error creating flow run: Validation failed. Failure reason: '"
                        + name + "' is a required property");
    }

    ObjectNode run(JsonNode wish, Instant at) {
        var run = JSON.createObjectNode()
                .put("id", newId())
                .put("created", at.toString())
                .put("name", wish.path("name").stringValue("brave-otter"))
                .put("flow_id", flowId)
                .put("deployment_id", id)
                .put("run_count", 0)
                .put("expected_start_time", at.toString())
                .put("total_run_time", 0.0)
                .put("work_queue_name", "default")
                .put("work_pool_name", "studio")
                .put("auto_scheduled", false);
        NULLS.forEach(run::putNull);
        run.set("parameters", wish.path("parameters").isObject()
                ? wish.path("parameters").deepCopy()
                : JSON.createObjectNode());
        run.set("idempotency_key", wish.path("idempotency_key").isString()
                ? wish.path("idempotency_key")
                : JSON.nullNode());
        var tags = new TreeSet<String>();
        wish.path("tags").values().forEach(tag -> tags.add(tag.asString("")));
        tags.forEach(run.putArray("tags")::add);
        run.set("labels", wish.path("labels").isObject()
                ? wish.path("labels").deepCopy()
                : JSON.createObjectNode());
        return run;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
