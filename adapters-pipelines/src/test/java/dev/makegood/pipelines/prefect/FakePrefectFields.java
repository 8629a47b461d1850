package dev.makegood.pipelines.prefect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fields that the bodies of the API have; any other is refused. */
enum FakePrefectFields {
    CREATE_RUN(Map.of("/", Set.of("state", "name", "parameters", "enforce_parameter_schema",
            "context", "infrastructure_document_id", "empirical_policy", "tags",
            "idempotency_key", "labels", "parent_task_run_id", "work_queue_name",
            "job_variables"))),
    SET_STATE(Map.of("/state", Set.of("type", "name", "message", "data", "state_details"))),
    FILTER_RUNS(Map.of("/flow_runs", Set.of("operator", "id", "name", "tags", "deployment_id",
            "work_queue_name", "state", "flow_version", "start_time", "end_time",
            "expected_start_time", "next_scheduled_start_time", "parent_flow_run_id",
            "parent_task_run_id", "idempotency_key", "created_by"),
            "/flow_runs/id", Set.of("any_", "not_any_"),
            "/flow_runs/tags", Set.of("operator", "all_", "any_", "is_null_"),
            "/flow_runs/state", Set.of("operator", "type", "name"),
            "/flow_runs/idempotency_key", Set.of("any_")));

    private final Map<String, Set<String>> namesByPlace;

    FakePrefectFields(Map<String, Set<String>> namesByPlace) {
        this.namesByPlace = namesByPlace;
    }

    /** The path of the first field that the API does not have, its parts separated by commas. */
    Optional<String> findUnknown(JsonNode body) {
        return namesByPlace.entrySet()
                .stream()
                .flatMap(place -> body.at(place.getKey().equals("/") ? "" : place.getKey())
                        .propertyNames()
                        .stream()
                        .filter(name -> !place.getValue().contains(name))
                        .map(name -> (place.getKey() + "/" + name).replaceAll("^/+", "")))
                .findFirst()
                .map(path -> path.replace("/", "\",\""));
    }
}
