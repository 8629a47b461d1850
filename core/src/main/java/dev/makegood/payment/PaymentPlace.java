package dev.makegood.payment;

import java.time.Instant;

/** A place in a list of payments, the newest first. */
public record PaymentPlace(Instant createdAt, PaymentId id) {

    public static PaymentPlace of(Payment payment) {
        return new PaymentPlace(payment.bill().createdAt(), payment.id());
    }
}
