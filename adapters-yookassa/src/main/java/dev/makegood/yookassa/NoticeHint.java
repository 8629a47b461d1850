package dev.makegood.yookassa;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is taken from a notice: what it says happened, and to which object. The rest is not read.
 *
 * @param eventType for example {@code payment.succeeded}
 * @param objectId can stand in a path
 */
record NoticeHint(String eventType, String objectId) {

    private static final int BYTES_MAX = 256_000;
    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z_]{1,40}\\.[a-z_]{1,40}");
    private static final JsonMapper JSON = new JsonMapper();

    /** Empty if it is not shaped like a notice, or its object has an id that cannot exist. */
    static Optional<NoticeHint> parse(byte[] notice) {
        if (notice.length > BYTES_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(fromJson(JSON.readTree(notice)))
                    .filter(hint -> EVENT_TYPE.matcher(hint.eventType()).matches())
                    .filter(hint -> YooKassaClient.isPathSafe(hint.objectId()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static NoticeHint fromJson(JsonNode notice) {
        var object = notice.path("object");
        return new NoticeHint(
                notice.path("event").stringValue(eventTypeOf(object)),
                object.path("id").stringValue(""));
    }

    /** What happened is read back, so only the kind of the object has to be known: a refund has a payment. */
    private static String eventTypeOf(JsonNode object) {
        return (object.has("payment_id") ? "refund" : "payment") + ".unnamed";
    }

    String objectType() {
        return eventType.substring(0, eventType.indexOf('.'));
    }

    /** The status that it claims. */
    String claimedStatus() {
        return eventType.substring(eventType.indexOf('.') + 1);
    }
}
