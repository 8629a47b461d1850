package dev.makegood.unit;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStore;
import dev.makegood.store.ReusedIdException;
import java.util.Optional;

/** One customer's payments, as a unit sees them. */
record UnitPayments(WorkingSet working) implements PaymentStore {

    @Override
    public Optional<Payment> find(PaymentId id) {
        return working.find(new Key.OfPayment(id)).map(Versioned::value);
    }

    @Override
    public void add(Payment payment) {
        var ref = new Key.OfPaymentRef(payment.id());
        if (working.find(ref).isPresent()) {
            throw new ReusedIdException(payment.id(), "another payment");
        }
        working.put(ref, working.customer());
        working.put(new Key.OfPayment(payment.id()), Versioned.first(payment));
    }

    @Override
    public void replace(Payment before, Payment after) {
        var key = new Key.OfPayment(before.id());
        var known = working.find(key)
                .filter(stored -> stored.value().equals(before))
                .filter(stored -> before.details().equals(after.details()))
                .orElseThrow(() -> new IllegalStateException(
                        "the payment has changed since it was read: " + before));
        working.put(key, known.next(after));
    }

    @Override
    public PaymentId claimRef(GatewayRef ref, PaymentId payment) {
        return working.claim(new Key.OfGatewayRef(ref), payment);
    }

    @Override
    public boolean recordNotice(GatewayRef notice) {
        var key = new Key.OfNotice(notice);
        boolean isFirst = working.find(key).isEmpty();
        if (isFirst) {
            working.put(key, working.customer());
        }
        return isFirst;
    }
}
