package dev.makegood.payment;

import static java.util.stream.Collectors.joining;

import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.Payment.PaidMoney;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All references of the one thing that a gateway reports on: a session, say, and what was paid
 * there.
 *
 * <p>A gateway may have two sessions for one payment of ours, and both may be paid.
 */
record GatewayRefs(Set<GatewayRef> all) {

    GatewayRefs {
        all = Set.copyOf(all);
    }

    /** The references it was polled by or named, and those of what it says was paid. */
    static GatewayRefs of(List<GatewayRef> known, List<GatewayReport> reports) {
        var all = new LinkedHashSet<>(known);
        for (var report : reports) {
            if (report instanceof PaymentReceived paymentReceived) {
                all.add(paymentReceived.paid().ref());
            }
        }
        return new GatewayRefs(all);
    }

    /**
     * Tells whether they are of another payment there than the one we know; our own reference is
     * shared by all.
     */
    boolean nameAnotherPayment(PaidMoney paid, PaymentDetails details) {
        return !all.contains(paid.ref())
                && all.stream().anyMatch(ref -> !ref.equals(details.ownRef()));
    }

    @Override
    public String toString() {
        return all.stream().map(GatewayRef::toString).sorted().collect(joining(", "));
    }
}
