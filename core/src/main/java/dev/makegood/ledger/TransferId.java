package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import dev.makegood.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies one transfer; it is the idempotency key of what made it. */
public record TransferId(UUID value) {

    /** Derives an id from its purpose and what it derives from: the same two give the same id. */
    public static TransferId of(String purpose, UUID from) {
        var id = ByteBuffer.allocate(16)
                .putLong(from.getMostSignificantBits())
                .putLong(from.getLeastSignificantBits());
        return derive(purpose.getBytes(StandardCharsets.UTF_8), id.array());
    }

    /** Derives an id for something done once for a customer, such as {@code "signup_grant"}. */
    public static TransferId of(String purpose, CustomerId customer) {
        return of(purpose, customer.value());
    }

    /** A UUID version 8: the first bits of SHA-256 over the length-prefixed purpose and id. */
    private static TransferId derive(byte[] purpose, byte[] from) {
        var bits = ByteBuffer.wrap(Sha256.hash(purpose, from));
        long high = (bits.getLong() & ~0xF000L) | 0x8000L;
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new TransferId(new UUID(high, low));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
