package dev.makegood.hash;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256. */
public final class Sha256 {

    private Sha256() {}

    /** Over the parts, one after another. */
    public static byte[] digest(byte[]... parts) {
        var digest = newDigest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** Over length-prefixed fields, so that no two lists of fields look alike. */
    public static byte[] hash(byte[]... fields) {
        var digest = newDigest();
        for (var field : fields) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, field.length));
            digest.update(field);
        }
        return digest.digest();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
