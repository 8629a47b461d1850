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
 * The proof on a notice: {@code t=seconds,v1=hex}, over the bytes as they came.
 *
 * <p>Ours, because the library's takes any time in the future, and fails where the machine's numbers are not Latin.
 */
final class Signature {

    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern HMAC = Pattern.compile("[0-9a-f]{64}");
    private static final int HEADER_MAX = 4_000;

    private final List<String> secrets;

    Signature(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** What is wrong with it; empty if it is right. */
    Optional<String> wrong(byte[] body, String header, Instant now) {
        if (header.isEmpty() || header.length() > HEADER_MAX) {
            return Optional.of("no signature");
        }
        var times = values(header, "t", SECONDS);
        if (times.size() != 1) {
            return Optional.of("a signature without its time");
        }
        if (isFar(Long.parseLong(times.getFirst()), now)) {
            return Optional.of("signed too long ago, or in the future");
        }
        return isOurs(body, times.getFirst(), values(header, "v1", HMAC))
                ? Optional.empty()
                : Optional.of("signed with another secret, or altered");
    }

    private static List<String> values(String header, String name, Pattern shape) {
        var values = new ArrayList<String>();
        for (var part : header.split(",", -1)) {
            var cut = part.indexOf('=');
            if (cut > 0
                    && part.substring(0, cut).equals(name)
                    && shape.matcher(part.substring(cut + 1)).matches()) {
                values.add(part.substring(cut + 1));
            }
        }
        return values;
    }

    private static boolean isFar(long seconds, Instant now) {
        return Math.abs(now.getEpochSecond() - seconds) > TOLERANCE.toSeconds();
    }

    private boolean isOurs(byte[] body, String time, List<String> given) {
        var ours = false;
        for (var secret : secrets) {
            var expected = hmac(secret, time, body);
            for (var one : given) {
                ours |= MessageDigest.isEqual(expected, HexFormat.of().parseHex(one));
            }
        }
        return ours;
    }

    private static byte[] hmac(String secret, String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows HMAC-SHA256", e);
        }
    }
}
