package dev.makegood.simulation;

import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Purpose;
import java.util.ArrayList;
import java.util.List;

/** A pack that is sold, in plain numbers: what the payer's bank and the gateway know to be true. */
final class Sale {

    final Bill bill;
    final List<Runnable> unanswered = new ArrayList<>();
    boolean isAsked;
    boolean isPaid;
    /** The post lost a letter of it for good, so that only asking tells. */
    boolean isKeptSilent;
    int aftermaths;
    long refunded;
    long disputed;

    Sale(Bill bill) {
        this.bill = bill;
    }

    GatewayRef ref() {
        return new GatewayRef("fake", "cs_" + bill.id());
    }

    Money share(int percent) {
        return Money.of(bill.amount().minor() * percent / 100,
                bill.amount().currency().getCurrencyCode());
    }

    /** What the customer should have of it, spent or not. */
    long worth() {
        var pack = (Purpose.Pack) bill.purpose();
        return isPaid ? left(pack.credits().amount()) + left(pack.bonus().amount()) : 0;
    }

    private long left(long granted) {
        long paid = bill.amount().minor();
        return granted - Expected.target(granted, Math.min(paid, refunded + disputed), paid);
    }

    @Override
    public String toString() {
        return bill.id().toString();
    }
}
