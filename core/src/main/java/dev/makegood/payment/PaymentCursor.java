package dev.makegood.payment;

import java.time.Instant;

/** A position in a list of payments, the newest first. */
public record PaymentCursor(Instant createdAt, PaymentId id) {

    public static PaymentCursor of(Payment payment) {
        return new PaymentCursor(payment.details().createdAt(), payment.id());
    }
}
