package dev.makegood.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies the signature of a notice: {@code t=seconds,v1=hex}, over the bytes as they came.
 *
 * <p>Ours, because the library's accepts any time in the future, and fails where the locale's digits are not Latin.
 */
final class StripeSignature {

    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern HEX_HMAC = Pattern.compile("[0-9a-f]{64}");
    private static final int HEADER_MAX = 4_000;

    private final List<String> secrets;

    StripeSignature(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** What is wrong with it; empty if it is valid. */
    Optional<String> findProblem(byte[] body, String header, Instant now) {
        if (header.isEmpty() || header.length() > HEADER_MAX) {
            return Optional
                    .of("the header Stripe-Signature is missing, or longer than " + HEADER_MAX);
        }
        var timestamps = headerValues(header, "t", SECONDS);
        if (timestamps.size() != 1) {
            return Optional.of("the header Stripe-Signature does not have exactly one time (t=)");
        }
        if (isOutsideTolerance(Long.parseLong(timestamps.getFirst()), now)) {
            return Optional.of("the signature is older, or further in the future, than "
                    + TOLERANCE.toSeconds() + " s; check this machine's clock");
        }
        return matchesAnySecret(body, timestamps.getFirst(), headerValues(header, "v1", HEX_HMAC))
                ? Optional.empty()
                : Optional.of("no signature fits: another webhook secret, or an altered body");
    }

    private static List<String> headerValues(String header, String name, Pattern shape) {
        var values = new ArrayList<String>();
        for (var part : header.split(",", -1)) {
            var separator = part.indexOf('=');
            if (separator > 0
                    && part.substring(0, separator).equals(name)
                    && shape.matcher(part.substring(separator + 1)).matches()) {
                values.add(part.substring(separator + 1));
            }
        }
        return values;
    }

    private static boolean isOutsideTolerance(long seconds, Instant now) {
        return Math.abs(now.getEpochSecond() - seconds) > TOLERANCE.toSeconds();
    }

    private boolean matchesAnySecret(byte[] body, String timestamp, List<String> signatures) {
        var matches = false;
        for (var secret : secrets) {
            var expected = hmac(secret, timestamp, body);
            for (var signature : signatures) {
                matches |= MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature));
            }
        }
        return matches;
    }

    private static byte[] hmac(String secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows HMAC-SHA256", e);
        }
    }
}
