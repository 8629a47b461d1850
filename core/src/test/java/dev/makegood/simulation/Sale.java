package dev.makegood.simulation;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A pack that is sold, in plain numbers: what the payer's bank and the gateway know to be true. */
final class Sale {

    final PaymentDetails details;
    final List<Runnable> unanswered = new ArrayList<>();
    boolean isRequested;
    boolean isPaid;
    /** A notice of it was lost for good, so that only polling finds it. */
    boolean isNoticeLost;
    int reversals;
    boolean isDisputed;
    /** By its key, what the desk of payments said it refunds. */
    final Map<String, Long> refundedByUs = new HashMap<>();
    /** On the gateway's own pages. */
    long refunded;
    long disputed;

    Sale(PaymentDetails details) {
        this.details = details;
    }

    GatewayRef ref() {
        return new GatewayRef("fake", "cs_" + details.id());
    }

    Money share(int percent) {
        return Money.of(details.amount().minorUnits() * percent / 100,
                details.amount().currency().getCurrencyCode());
    }

    /** What the customer should have of it, spent or not. */
    long worth() {
        var pack = (Purpose.Pack) details.purpose();
        return isPaid ? left(pack.credits().amount()) + left(pack.bonus().amount()) : 0;
    }

    private long refundedByUs() {
        return refundedByUs.values().stream().mapToLong(minorUnits -> minorUnits).sum();
    }

    private long left(long granted) {
        long paid = details.amount().minorUnits();
        return granted - ExpectedCustomer.clawbackTarget(granted,
                Math.min(paid, refunded + refundedByUs() + disputed), paid);
    }

    @Override
    public String toString() {
        return details.id().toString();
    }
}
