package dev.makegood.payment;

import dev.makegood.customer.CustomerId;
import dev.makegood.money.Money;
import java.time.Instant;

/**
 * What never changes about a payment: its customer, gateway, amount and purpose.
 *
 * @param returnUrls where the customer's browser goes afterwards; here because every opening must
 *        send the same
 */
public record PaymentDetails(PaymentId id, CustomerId customer, String gateway, Money amount,
        Purpose purpose, String description, ReturnUrls returnUrls, Instant createdAt) {

    /** Two addresses of the product's own pages. */
    public record ReturnUrls(String success, String cancelled) {}

    public PaymentDetails {
        if (amount.isNone()) {
            throw new IllegalArgumentException("a payment needs an amount above zero: " + id);
        }
    }

    /**
     * Our own reference, which the gateway stores: a notice that overtakes the opening has no
     * other.
     */
    public GatewayRef ownRef() {
        return new GatewayRef(gateway, id.toString());
    }
}
