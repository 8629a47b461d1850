package dev.makegood.payment;

import dev.makegood.customer.CustomerId;
import dev.makegood.money.Money;
import java.time.Instant;

/**
 * What never changes about a payment: who owes how much, for what, through which gateway.
 *
 * @param backTo where the customer's browser goes afterwards; here because every opening must ask for the same
 */
public record Bill(PaymentId id, CustomerId customer, String gateway, Money amount, Purpose purpose,
        String description, Return backTo, Instant createdAt) {

    /** Two addresses of the product's own pages. */
    public record Return(String success, String cancelled) {}

    public Bill {
        if (amount.isNone()) {
            throw new IllegalArgumentException("a bill asks for something: " + id);
        }
    }

    /** Our own name for it, which the gateway keeps: a notice that overtakes the opening knows no other. */
    public GatewayRef ref() {
        return new GatewayRef(gateway, id.toString());
    }
}
