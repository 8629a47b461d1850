package dev.makegood.payment;

import java.util.UUID;

/**
 * Identifies one payment; made by us before its gateway is called, and the root of its idempotency
 * keys.
 */
public record PaymentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
