package dev.makegood.cli;

import java.util.Collection;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** JSON for programs: one document, camelCase, ids and times as text. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static <T> ArrayNode array(Collection<T> all, Function<T, JsonNode> each) {
        var array = MAPPER.createArrayNode();
        all.stream().map(each).forEach(array::add);
        return array;
    }

    static JsonNode text(String text) {
        return StringNode.valueOf(text);
    }

    static String written(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }
}
