package dev.makegood.yookassa.fake;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A notice as it is sent, byte for byte the same each time.
 *
 * @param at when it happened: it is sent for 24 hours from then
 */
public record FakeYooKassaNotice(String eventType, String objectId, String body, Instant at) {

    /** A notice of this event about this object, genuine or not. */
    static FakeYooKassaNotice of(String event, JsonNode object, Instant at) {
        var notice = FakeYooKassaResponse.JSON.createObjectNode()
                .put("type", "notification")
                .put("event", event);
        notice.set("object", object);
        return new FakeYooKassaNotice(event, object.path("id").asString(""),
                FakeYooKassaResponse.JSON.writeValueAsString(notice), at);
    }
}
