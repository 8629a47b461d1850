package dev.makegood.pipelines;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What we show to be let in: it goes into one header, and never into a text. */
public final class Credential {

    /** Nothing is shown, for a service that lets everybody in. */
    public static final Credential NONE = new Credential("", List.of());

    private static final String BLOT = "***";

    private final String header;
    private final List<String> secrets;

    private Credential(String header, List<String> secrets) {
        this.header = header;
        this.secrets = secrets;
    }

    /**
     * A token in the Bearer scheme.
     *
     * @throws IllegalArgumentException if it cannot stand in a header; the message does not hold it
     */
    public static Credential bearer(String token) {
        return new Credential("Bearer " + checked(token), List.of(token));
    }

    /**
     * A pair {@code user:password} in the Basic scheme.
     *
     * @throws IllegalArgumentException if it is no such pair; the message does not hold it
     */
    public static Credential basic(String pair) {
        var colon = checked(pair).indexOf(':');
        if (colon < 0 || colon == pair.length() - 1) {
            throw new IllegalArgumentException("a credential for Basic is user:password");
        }
        var encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new Credential("Basic " + encoded,
                List.of(encoded, pair, pair.substring(colon + 1)));
    }

    private static String checked(String secret) {
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("a credential is visible ASCII without spaces");
        }
        return secret;
    }

    void showTo(HttpRequest.Builder request) {
        if (!header.isEmpty()) {
            request.header("Authorization", header);
        }
    }

    /** The text without the credential, should somebody have echoed it. */
    public String blot(String text) {
        var blotted = text;
        for (var secret : secrets) {
            blotted = blotted.replace(secret, BLOT);
        }
        return blotted;
    }

    @Override
    public String toString() {
        return BLOT;
    }
}
