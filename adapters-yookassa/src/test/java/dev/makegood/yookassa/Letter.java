package dev.makegood.yookassa;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A notice as it is sent, byte for byte the same each time.
 *
 * @param at when it happened: it is sent for 24 hours from then
 */
public record Letter(String event, String about, String body, Instant at) {

    /** A notice of this event about this object, genuine or not. */
    static Letter of(String event, JsonNode object, Instant at) {
        var notice = Answer.JSON.createObjectNode().put("type", "notification").put("event", event);
        notice.set("object", object);
        return new Letter(event, object.path("id").asString(""),
                Answer.JSON.writeValueAsString(notice), at);
    }
}
