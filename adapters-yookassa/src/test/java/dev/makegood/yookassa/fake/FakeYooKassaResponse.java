package dev.makegood.yookassa.fake;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the fake responds with to one call. */
record FakeYooKassaResponse(int status, JsonNode body) {

    static final JsonMapper JSON = new JsonMapper();
    private static final String ERROR_ID = "ab5a11cd-13cc-4e33-af8b-75a74e18dd09";

    static FakeYooKassaResponse ok(JsonNode body) {
        return new FakeYooKassaResponse(200, body);
    }

    static FakeYooKassaResponse error(
            int status, String code, String description, String parameter) {
        var body = JSON.createObjectNode()
                .put("type", "error")
                .put("id", ERROR_ID)
                .put("code", code)
                .put("description", description);
        return new FakeYooKassaResponse(status,
                parameter.isEmpty() ? body : body.put("parameter", parameter));
    }

    static FakeYooKassaResponse invalid(String description, String parameter) {
        return error(400, "invalid_request", description, parameter);
    }

    static FakeYooKassaResponse notFound() {
        return error(404, "not_found", "Object not found", "");
    }

    /** Accepted and not finished, as their library of 2022 knew it. */
    static FakeYooKassaResponse processing() {
        return new FakeYooKassaResponse(202, JSON.createObjectNode()
                .put("type", "processing")
                .put("description", "Request accepted, but not processed yet")
                .put("retry_after", 1800));
    }

    FakeYooKassaResponse with(String name, String value) {
        return body instanceof ObjectNode object
                ? new FakeYooKassaResponse(status, object.deepCopy().put(name, value))
                : this;
    }

    FakeYooKassaResponse without(String name) {
        return body instanceof ObjectNode object
                ? new FakeYooKassaResponse(status, object.deepCopy().without(name))
                : this;
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(body);
    }

    /** A refusal on the way, where there is nothing to return. */
    static final class FakeYooKassaError extends RuntimeException {

        final transient FakeYooKassaResponse response;

        FakeYooKassaError(FakeYooKassaResponse response) {
            super(response.toString());
            this.response = response;
        }
    }
}
