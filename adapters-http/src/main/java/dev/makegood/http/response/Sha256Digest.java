package dev.makegood.http.response;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over the parts, one after another. */
final class Sha256Digest {

    private Sha256Digest() {}

    static byte[] of(byte[]... parts) {
        var digest = digest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
