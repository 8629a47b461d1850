package dev.makegood.httpclient;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What lets us in: it goes into one header, and never into a text. */
public final class Credential {

    /** No credential, for a service that needs none. */
    public static final Credential NONE = new Credential("", List.of());

    private static final String REDACTED = "***";

    private final String authorization;
    private final List<String> secrets;

    private Credential(String authorization, List<String> secrets) {
        this.authorization = authorization;
        this.secrets = secrets;
    }

    /**
     * A token in the Bearer scheme.
     *
     * @throws IllegalArgumentException if it cannot stand in a header; the message does not hold it
     */
    public static Credential bearer(String token) {
        return new Credential("Bearer " + requireVisibleAscii(token), List.of(token));
    }

    /**
     * A pair {@code user:password} in the Basic scheme.
     *
     * @throws IllegalArgumentException if it is no such pair; the message does not hold it
     */
    public static Credential basic(String pair) {
        var colon = requireVisibleAscii(pair).indexOf(':');
        if (colon < 0 || colon == pair.length() - 1) {
            throw new IllegalArgumentException("a credential for Basic is user:password");
        }
        var encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new Credential("Basic " + encoded,
                List.of(encoded, pair, pair.substring(colon + 1)));
    }

    private static String requireVisibleAscii(String secret) {
        if (!VisibleAscii.matches(secret)) {
            throw new IllegalArgumentException("a credential is visible ASCII without spaces");
        }
        return secret;
    }

    /** The value of the header {@code Authorization}; empty if there is none to be sent. */
    String authorization() {
        return authorization;
    }

    /** The text without the credential in any of its forms, should the service have echoed it. */
    public String redact(String text) {
        var redacted = text;
        for (var secret : secrets) {
            redacted = redacted.replace(secret, REDACTED);
        }
        return redacted;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
