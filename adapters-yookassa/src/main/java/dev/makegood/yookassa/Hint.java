package dev.makegood.yookassa;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is taken from a notice: what it says happened, and to what. The rest of it is not looked at.
 *
 * @param event for example {@code payment.succeeded}
 * @param id can stand in a path
 */
record Hint(String event, String id) {

    private static final int BYTES_MAX = 256_000;
    private static final Pattern EVENT = Pattern.compile("[a-z_]{1,40}\\.[a-z_]{1,40}");
    private static final JsonMapper JSON = new JsonMapper();

    /** Empty if it is not shaped like a notice, or names a thing that cannot exist. */
    static Optional<Hint> of(byte[] notice) {
        if (notice.length > BYTES_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(JSON.readTree(notice)))
                    .filter(hint -> EVENT.matcher(hint.event()).matches())
                    .filter(hint -> Line.mayStandInAPath(hint.id()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Hint read(JsonNode notice) {
        return new Hint(notice.path("event").stringValue(""),
                notice.path("object").path("id").stringValue(""));
    }

    String kind() {
        return event.substring(0, event.indexOf('.'));
    }

    /** The status that it claims. */
    String claim() {
        return event.substring(event.indexOf('.') + 1);
    }
}
