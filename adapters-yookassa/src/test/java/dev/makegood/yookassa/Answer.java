package dev.makegood.yookassa;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the fake says to one call. */
record Answer(int status, JsonNode body) {

    static final JsonMapper JSON = new JsonMapper();
    private static final String ERROR_ID = "ab5a11cd-13cc-4e33-af8b-75a74e18dd09";

    static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    static Answer error(int status, String code, String description, String parameter) {
        var body = JSON.createObjectNode()
                .put("type", "error")
                .put("id", ERROR_ID)
                .put("code", code)
                .put("description", description);
        return new Answer(status, parameter.isEmpty() ? body : body.put("parameter", parameter));
    }

    static Answer invalid(String description, String parameter) {
        return error(400, "invalid_request", description, parameter);
    }

    static Answer notFound() {
        return error(404, "not_found", "Object not found", "");
    }

    /** Accepted and not finished, as their library of 2022 knew it. */
    static Answer processing() {
        return new Answer(202, JSON.createObjectNode()
                .put("type", "processing")
                .put("description", "Request accepted, but not processed yet")
                .put("retry_after", 1800));
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

    /** A refusal on the way, where there is nothing to return. */
    static final class Refusal extends RuntimeException {

        final transient Answer answer;

        Refusal(Answer answer) {
            super(answer.toString());
            this.answer = answer;
        }
    }
}
