package dev.makegood.pipelines.prefect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text parameters of a flow.
 *
 * <p>Prefect's server checks what is required, and refuses other names only where the schema is closed; otherwise the
 * engine compares the names with the function's signature and fails the run.
 */
public record FakePrefectSignature(List<String> required, List<String> optional,
        FakePrefectSchemaKind schemaKind) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What the deployment's schema says of other names. */
    enum FakePrefectSchemaKind {
        /** Nothing. */
        OPEN,
        /** That there are none. */
        CLOSED,
        /** There is no schema, and the function takes any name. */
        ABSENT
    }

    public static FakePrefectSignature requiring(String... names) {
        return new FakePrefectSignature(List.of(names), List.of(), FakePrefectSchemaKind.OPEN);
    }

    /** A function that takes any name, of a deployment that has no schema. */
    static FakePrefectSignature unknown() {
        return new FakePrefectSignature(List.of(), List.of(), FakePrefectSchemaKind.ABSENT);
    }

    /** The same with these further parameters, which have defaults. */
    public FakePrefectSignature accepting(String... names) {
        return new FakePrefectSignature(required, List.of(names), schemaKind);
    }

    /** The same, with a schema that says that there are no others. */
    public FakePrefectSignature withClosedSchema() {
        return new FakePrefectSignature(required, optional, FakePrefectSchemaKind.CLOSED);
    }

    ObjectNode toJsonSchema() {
        if (schemaKind == FakePrefectSchemaKind.ABSENT) {
            return JSON.createObjectNode();
        }
        var schema = JSON.createObjectNode().put("title", "Parameters").put("type", "object");
        var properties = schema.putObject("properties");
        names().forEach(name -> properties.putObject(name)
                .put("position", properties.size() - 1)
                .put("title", name)
                .put("type", "string"));
        required.forEach(schema.putArray("required")::add);
        return isClosed() ? schema.put("additionalProperties", false) : schema;
    }

    private boolean isClosed() {
        return schemaKind == FakePrefectSchemaKind.CLOSED;
    }

    private Stream<String> names() {
        return Stream.concat(required.stream(), optional.stream());
    }

    /** What the server says against these parameters, by the schema. */
    Optional<String> findSchemaProblem(JsonNode parameters) {
        return missing(parameters).or(() -> isClosed() ? unexpected(parameters) : Optional.empty())
                .map(problem -> "Error creating flow run: Validation failed. Failure reason: "
                        + problem);
    }

    private Optional<String> missing(JsonNode parameters) {
        return required.stream()
                .filter(name -> !parameters.path(name).isString())
                .findFirst()
                .map(name -> "'" + name + "' is a required property");
    }

    private Optional<String> unexpected(JsonNode parameters) {
        return unknownNames(parameters).findFirst()
                .map(name -> "Additional properties are not allowed ('" + name
                        + "' was unexpected)");
    }

    /** What the engine says when it calls the function with these parameters. */
    Optional<String> findCallProblem(JsonNode parameters) {
        return unknownNames(parameters).findFirst()
                .map(unused -> "Validation of flow parameters"
                        + " failed with error: SignatureMismatchError: Function expects parameters "
                        + names().map(name -> "'" + name + "'").toList()
                        + " but was provided with parameters "
                        + parameters.propertyNames()
                                .stream()
                                .map(name -> "'" + name + "'")
                                .toList());
    }

    private Stream<String> unknownNames(JsonNode parameters) {
        if (schemaKind == FakePrefectSchemaKind.ABSENT) {
            return Stream.empty();
        }
        var known = names().toList();
        return parameters.propertyNames().stream().filter(name -> !known.contains(name));
    }
}
