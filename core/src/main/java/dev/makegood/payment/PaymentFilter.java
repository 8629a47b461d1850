package dev.makegood.payment;

import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which payments to list.
 *
 * @param statuses only these; all if there are none
 * @param customer only this customer's; null for all
 * @param gateway only this gateway's; null for all
 * @param from only what was billed then or later; null for the beginning
 * @param until only what was billed before that; null for the end
 */
public record PaymentFilter(Set<PaymentStatus> statuses, @Nullable CustomerId customer,
        @Nullable String gateway,
        @Nullable Instant from, @Nullable Instant until) {

    /** Every payment. */
    public static final PaymentFilter ALL = new PaymentFilter(Set.of(), null, null, null, null);

    public PaymentFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Of these, only those in one of these statuses; in any if there are none. */
    public PaymentFilter withStatuses(Set<PaymentStatus> wanted) {
        return new PaymentFilter(wanted, customer, gateway, from, until);
    }

    /** Of these, only those of this customer; null for all. */
    public PaymentFilter withCustomer(@Nullable CustomerId owner) {
        return new PaymentFilter(statuses, owner, gateway, from, until);
    }

    /** Of these, only those through this gateway. */
    public PaymentFilter withGateway(String name) {
        return new PaymentFilter(statuses, customer, name, from, until);
    }

    /** Of these, only those billed from then until just before then; null leaves that end open. */
    public PaymentFilter between(@Nullable Instant first, @Nullable Instant end) {
        return new PaymentFilter(statuses, customer, gateway, first, end);
    }

    public boolean includes(Payment payment) {
        var details = payment.details();
        return (statuses.isEmpty() || statuses.contains(payment.status()))
                && (customer == null || customer.equals(details.customer()))
                && (gateway == null || gateway.equals(details.gateway()))
                && (from == null || !details.createdAt().isBefore(from))
                && (until == null || details.createdAt().isBefore(until));
    }
}
