package dev.makegood.stripe.fake;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the fake says to one call. */
record Answer(int status, Map<String, String> headers, String body) {

    static final JsonMapper JSON = new JsonMapper();

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer ok(JsonNode body) {
        return new Answer(200, Map.of(), body.toPrettyString());
    }

    static Answer of(Refusal refusal) {
        var error = JSON.createObjectNode()
                .put("type", refusal.type)
                .put("message", refusal.getMessage());
        putIfThere(error, "code", refusal.code);
        putIfThere(error, "param", refusal.param);
        var body = JSON.createObjectNode();
        body.set("error", error);
        return new Answer(refusal.status, Map.of(), body.toPrettyString());
    }

    private static void putIfThere(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    static Answer html(int status) {
        return new Answer(status, Map.of("Content-Type", "text/html"),
                "<html><body><h1>nginx</h1></body></html>");
    }

    Answer with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
