package dev.makegood.pipelines;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a fake says to one call. */
public record Answer(int status, JsonNode body) {

    private static final JsonMapper JSON = new JsonMapper();

    public static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    /** An answer written as JSON by hand. */
    public static Answer of(int status, String json) {
        return new Answer(status, JSON.readTree(json));
    }

    /** FastAPI's way of refusing: one text. */
    public static Answer detail(int status, String text) {
        return new Answer(status, JSON.createObjectNode().put("detail", text));
    }

    Answer with(String name, String value) {
        return body instanceof ObjectNode object
                ? new Answer(status, object.deepCopy().put(name, value))
                : this;
    }

    Answer without(String name) {
        return body instanceof ObjectNode object
                ? new Answer(status, object.deepCopy().without(name))
                : this;
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(body);
    }
}
