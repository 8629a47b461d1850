package dev.makegood.access;

import dev.makegood.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The SHA-256 of a secret of 256 random bits: with that much randomness, no slower hash is needed.
 */
public record SecretHash(String hex) {

    public static SecretHash of(String secret) {
        return new SecretHash(HexFormat.of()
                .formatHex(Sha256.digest(secret.getBytes(StandardCharsets.UTF_8))));
    }

    /** Compares in a time that does not depend on where they differ. */
    public boolean matches(String secret) {
        return MessageDigest.isEqual(bytes(hex), bytes(of(secret).hex));
    }

    private static byte[] bytes(String hex) {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }
}
