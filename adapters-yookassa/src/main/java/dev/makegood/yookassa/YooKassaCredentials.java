package dev.makegood.yookassa;

import dev.makegood.httpclient.Credential;
import dev.makegood.httpclient.VisibleAscii;

/** Who we are there: a shop's id and its secret key, which goes into one header and never into a text. */
public final class YooKassaCredentials {

    private final String shopId;
    private final Credential credential;

    /**
     * A shop as its cabinet shows it.
     *
     * @throws IllegalArgumentException if it cannot stand in a header; the message does not hold the key
     */
    public YooKassaCredentials(String shopId, String secretKey) {
        if (!VisibleAscii.matches(shopId)
                || shopId.contains(":")
                || !VisibleAscii.matches(secretKey)) {
            throw new IllegalArgumentException(
                    "a shop's id and secret key are visible ASCII without spaces,"
                            + " and the id has no colon");
        }
        this.shopId = shopId;
        this.credential = Credential.basic(shopId + ":" + secretKey);
    }

    Credential credential() {
        return credential;
    }

    /** The text without the key, should they have echoed it. */
    String redact(String text) {
        return credential.redact(text);
    }

    @Override
    public String toString() {
        return "shop " + shopId;
    }
}
