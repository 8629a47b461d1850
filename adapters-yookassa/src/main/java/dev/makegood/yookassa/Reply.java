package dev.makegood.yookassa;

import dev.makegood.yookassa.Heard.Fine;
import dev.makegood.yookassa.Heard.Refused;
import dev.makegood.yookassa.Heard.Unclear;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of their API, read by their own rules: 200 is an answer, 4xx is final, 202 and 500 are unknown.
 *
 * <p>Only what the service itself says counts, in its own shape; a proxy's page says nothing.
 */
record Reply(int status, JsonNode body, Shop shop) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> REFUSING_US = Set.of(401, 403, 405, 415);
    private static final Set<Integer> NOT_YET = Set.of(408, 425, 429);
    private static final int WORDS_MAX = 300;

    static Reply of(int status, byte[] bytes, Shop shop) {
        return new Reply(status, body(bytes), shop);
    }

    private static JsonNode body(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            return JSON.createObjectNode();     // a page of some proxy: as good as silence
        }
    }

    /** What it says; that they do not let us in decides nothing: it is asked again, with a better key. */
    Heard heard() {
        if (status == 200) {
            return body.isObject() ? new Fine(body)
                    : new Unclear("an answer that is not a JSON object");
        }
        if (status / 100 != 4 || NOT_YET.contains(status) || !isTheirs() || refusesUs()) {
            return new Unclear(inWords());
        }
        return new Refused(text("code"), text("parameter"), inWords());
    }

    /** Whether they do not let us in, or do not take what we send: our settings or our bug. */
    boolean refusesUs() {
        return REFUSING_US.contains(status) && isTheirs();
    }

    private boolean isTheirs() {
        return text("type").equals("error") && !text("code").isEmpty();
    }

    String inWords() {
        var words = String.join(" ", "status", "" + status, text("code"),
                text("description"), text("parameter"));
        var plain = shop.blot(words).replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.substring(0, Math.min(plain.length(), WORDS_MAX));
    }

    private String text(String name) {
        return body.path(name).stringValue("");
    }
}
