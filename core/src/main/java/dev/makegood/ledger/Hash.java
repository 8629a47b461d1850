package dev.makegood.ledger;

import java.util.HexFormat;

/** The hash of one transfer of a customer's ledger: 32 bytes, as 64 hexadecimal digits. */
public record Hash(String hex) {

    /** The previous hash of a customer's first transfer. */
    public static final Hash NONE = new Hash("0".repeat(64));

    public Hash {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("a hash must have 64 hexadecimal digits: " + hex);
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
