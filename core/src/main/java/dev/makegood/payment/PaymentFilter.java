package dev.makegood.payment;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which payments somebody wants to see.
 *
 * @param statuses only these; all if there are none
 * @param gateway only this gateway's; null for everyone's
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
    public PaymentFilter in(Set<PaymentStatus> wanted) {
        return new PaymentFilter(wanted, gateway, from, until);
    }

    /** Of these, only those through this gateway. */
    public PaymentFilter through(String name) {
        return new PaymentFilter(statuses, name, from, until);
    }

    /** Of these, only those billed from then until just before then; null leaves that end open. */
    public PaymentFilter between(@Nullable Instant first, @Nullable Instant end) {
        return new PaymentFilter(statuses, gateway, first, end);
    }

    public boolean includes(Payment payment) {
        var bill = payment.bill();
        return (statuses.isEmpty() || statuses.contains(payment.status()))
                && (gateway == null || gateway.equals(bill.gateway()))
                && (from == null || !bill.createdAt().isBefore(from))
                && (until == null || bill.createdAt().isBefore(until));
    }
}
