package dev.makegood.stripe.fake;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the fake responds with to one call. */
record FakeStripeResponse(int status, Map<String, String> headers, String body) {

    static final JsonMapper JSON = new JsonMapper();

    FakeStripeResponse {
        headers = Map.copyOf(headers);
    }

    static FakeStripeResponse ok(JsonNode body) {
        return new FakeStripeResponse(200, Map.of(), body.toPrettyString());
    }

    static FakeStripeResponse of(FakeStripeError stripeError) {
        var error = JSON.createObjectNode()
                .put("type", stripeError.type)
                .put("message", stripeError.getMessage());
        putIfThere(error, "code", stripeError.code);
        putIfThere(error, "param", stripeError.param);
        var body = JSON.createObjectNode();
        body.set("error", error);
        return new FakeStripeResponse(stripeError.status, Map.of(), body.toPrettyString());
    }

    private static void putIfThere(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    static FakeStripeResponse html(int status) {
        return new FakeStripeResponse(status, Map.of("Content-Type", "text/html"),
                "<html><body><h1>nginx</h1></body></html>");
    }

    FakeStripeResponse with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new FakeStripeResponse(status, more, body);
    }
}
