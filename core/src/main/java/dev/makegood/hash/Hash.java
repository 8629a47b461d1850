package dev.makegood.hash;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256: 32 bytes, as 64 hexadecimal digits. */
public record Hash(String hex) {

    /** What comes before the first of a chain. */
    public static final Hash NONE = new Hash("0".repeat(64));

    public Hash {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("a hash must have 64 hexadecimal digits: " + hex);
        }
    }

    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /**
     * The hash of fields under the name of their format; each is prefixed by its length, so that no
     * two lists of fields look alike.
     */
    public static Hash ofFields(@Nullable Object... formatAndFields) {
        return HashFields.hash(Arrays.stream(formatAndFields));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
