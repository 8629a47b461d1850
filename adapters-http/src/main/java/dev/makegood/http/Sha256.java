package dev.makegood.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over bytes, one after another. */
final class Sha256 {

    private Sha256() {}

    static byte[] over(byte[]... parts) {
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
