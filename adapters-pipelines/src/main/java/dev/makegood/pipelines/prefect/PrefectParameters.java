package dev.makegood.pipelines.prefect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The names of the parameters that a flow takes: Prefect fails a run that has another.
 *
 * @param anyName whether the flow takes every name, or its deployment does not say
 */
record PrefectParameters(Set<String> names, boolean anyName) {

    static PrefectParameters listed(List<String> names) {
        return new PrefectParameters(Set.copyOf(names), false);
    }

    /** As the schema of a deployment has them. */
    static PrefectParameters of(JsonNode deployment) {
        var schema = deployment.path("parameter_openapi_schema");
        var properties = schema.path("properties");
        var furtherNames = schema.path("additionalProperties");
        return new PrefectParameters(new HashSet<>(properties.propertyNames()),
                !properties.isObject() || furtherNames.isObject() || furtherNames.asBoolean(false));
    }

    boolean accepts(String name) {
        return anyName || names.contains(name);
    }
}
