package dev.makegood.payment;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which payments to list.
 *
 * @param statuses only these; all if there are none
 * @param gateway only this gateway's; null for all
 * @param from only what was billed then or later; null for the beginning
 * @param until only what was billed before that; null for the end
 */
public record PaymentFilter(Set<PaymentStatus> statuses, @Nullable String gateway,
        @Nullable Instant from, @Nullable Instant until) {

    /** Every payment. */
    public static final PaymentFilter ALL = new PaymentFilter(Set.of(), null, null, null);

    public PaymentFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Of these, only those in one of these statuses; in any if there are none. */
    public PaymentFilter withStatuses(Set<PaymentStatus> wanted) {
        return new PaymentFilter(wanted, gateway, from, until);
    }

    /** Of these, only those through this gateway. */
    public PaymentFilter withGateway(String name) {
        return new PaymentFilter(statuses, name, from, until);
    }

    /** Of these, only those billed from then until just before then; null leaves that end open. */
    public PaymentFilter between(@Nullable Instant first, @Nullable Instant end) {
        return new PaymentFilter(statuses, gateway, first, end);
    }

    public boolean includes(Payment payment) {
        var details = payment.details();
        return (statuses.isEmpty() || statuses.contains(payment.status()))
                && (gateway == null || gateway.equals(details.gateway()))
                && (from == null || !details.createdAt().isBefore(from))
                && (until == null || details.createdAt().isBefore(until));
    }
}
