package dev.makegood.pipelines;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a fake responds with to one call. */
public record FakePipelineResponse(int status, JsonNode body) {

    private static final JsonMapper JSON = new JsonMapper();

    public static FakePipelineResponse ok(JsonNode body) {
        return new FakePipelineResponse(200, body);
    }

    /** A response written as JSON by hand. */
    public static FakePipelineResponse of(int status, String json) {
        return new FakePipelineResponse(status, JSON.readTree(json));
    }

    /** FastAPI's way of refusing: one text. */
    public static FakePipelineResponse detail(int status, String text) {
        return new FakePipelineResponse(status, JSON.createObjectNode().put("detail", text));
    }

    FakePipelineResponse with(String name, String value) {
        return body instanceof ObjectNode object
                ? new FakePipelineResponse(status, object.deepCopy().put(name, value))
                : this;
    }

    FakePipelineResponse without(String name) {
        return body instanceof ObjectNode object
                ? new FakePipelineResponse(status, object.deepCopy().without(name))
                : this;
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(body);
    }
}
