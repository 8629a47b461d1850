package dev.makegood.yookassa;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who we are there: a shop's id and its secret key, which goes into one header and never into a text. */
public final class Shop {

    private static final String BLOT = "***";

    private final String id;
    private final String secretKey;
    private final String encoded;

    /**
     * A shop as its cabinet shows it.
     *
     * @throws IllegalArgumentException if it cannot stand in a header; the message does not hold the key
     */
    public Shop(String id, String secretKey) {
        if (!isVisible(id) || id.contains(":") || !isVisible(secretKey)) {
            throw new IllegalArgumentException(
                    "a shop's id and secret key are visible ASCII without spaces");
        }
        this.id = id;
        this.secretKey = secretKey;
        this.encoded = Base64.getEncoder()
                .encodeToString((id + ":" + secretKey).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isVisible(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    String header() {
        return "Basic " + encoded;
    }

    /** The text without the key, should somebody have echoed it. */
    String blot(String text) {
        return text.replace(encoded, BLOT).replace(secretKey, BLOT);
    }

    @Override
    public String toString() {
        return "shop " + id;
    }
}
