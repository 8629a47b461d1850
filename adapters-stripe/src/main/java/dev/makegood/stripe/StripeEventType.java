package dev.makegood.stripe;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The events that we use, by the kind of object that they are about. */
enum StripeEventType {

    SESSION("checkout.session.completed", "checkout.session.async_payment_succeeded",
            StripeEventType.ASYNC_PAYMENT_FAILED, "checkout.session.expired"),
    REFUND("refund.created", "refund.updated", "refund.failed", "charge.refund.updated"),
    CHARGE("charge.refunded"),
    DISPUTE("charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed",
            "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated");

    static final String ASYNC_PAYMENT_FAILED = "checkout.session.async_payment_failed";

    private final Set<String> names;

    StripeEventType(String... names) {
        this.names = Set.of(names);
    }

    /** Empty if it is none that we use. */
    static Optional<StripeEventType> find(String name) {
        return Arrays.stream(values()).filter(type -> type.names.contains(name)).findFirst();
    }
}
