package dev.makegood.ledger;

import java.util.HexFormat;

/** The hash of one line of a customer's ledger: 32 bytes, as 64 hexadecimal digits. */
public record Hash(String hex) {

    /** What stands before a customer's first line. */
    public static final Hash NONE = new Hash("0".repeat(64));

    public Hash {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
