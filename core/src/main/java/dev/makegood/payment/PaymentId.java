package dev.makegood.payment;

import java.util.UUID;

/** Names one payment; made by us before any gateway hears of it, and the root of its idempotency keys. */
public record PaymentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
