package dev.makegood.pipelines.prefect;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A flow that can be run, and its signature. */
record FakePrefectDeployment(String id, String flowId, String flow, String name,
        FakePrefectSignature signature) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> NULLS = Set.of(
            "start_time", "end_time", "next_scheduled_start_time", "infrastructure_pid",
            "created_by");

    static FakePrefectDeployment of(String flow, String name, FakePrefectSignature signature) {
        return new FakePrefectDeployment(newId(), newId(), flow, name, signature);
    }

    FakePrefectDeployment with(FakePrefectSignature other) {
        return new FakePrefectDeployment(id, flowId, flow, name, other);
    }

    ObjectNode toJson() {
        var json = JSON.createObjectNode()
                .put("id", id)
                .put("name", name)
                .put("flow_id", flowId)
                .put("paused", false)
                .put("enforce_parameter_schema", true);
        json.putObject("parameters");
        json.set("parameter_openapi_schema", signature.toJsonSchema());
        return json;
    }

    ObjectNode newRun(JsonNode request, Instant at) {
        var run = JSON.createObjectNode()
                .put("id", newId())
                .put("created", at.toString())
                .put("name", request.path("name").stringValue("brave-otter"))
                .put("flow_id", flowId)
                .put("deployment_id", id)
                .put("run_count", 0)
                .put("expected_start_time", at.toString())
                .put("total_run_time", 0.0)
                .put("work_queue_name", "default")
                .put("work_pool_name", "studio")
                .put("auto_scheduled", false);
        NULLS.forEach(run::putNull);
        run.set("parameters", request.path("parameters").isObject()
                ? request.path("parameters").deepCopy()
                : JSON.createObjectNode());
        run.set("idempotency_key", request.path("idempotency_key").isString()
                ? request.path("idempotency_key")
                : JSON.nullNode());
        var tags = new TreeSet<String>();
        request.path("tags").values().forEach(tag -> tags.add(tag.asString("")));
        tags.forEach(run.putArray("tags")::add);
        run.set("labels", request.path("labels").isObject()
                ? request.path("labels").deepCopy()
                : JSON.createObjectNode());
        return run;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
