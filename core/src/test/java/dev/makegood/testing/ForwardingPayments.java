package dev.makegood.testing;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStore;
import java.util.Optional;

/** Does as another store of payments does; tests put their faults between. */
public class ForwardingPayments implements PaymentStore {

    private final PaymentStore payments;

    public ForwardingPayments(PaymentStore payments) {
        this.payments = payments;
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return payments.find(id);
    }

    @Override
    public void add(Payment payment) {
        payments.add(payment);
    }

    @Override
    public void replace(Payment before, Payment after) {
        payments.replace(before, after);
    }

    @Override
    public PaymentId claimRef(GatewayRef ref, PaymentId payment) {
        return payments.claimRef(ref, payment);
    }

    @Override
    public boolean recordNotice(GatewayRef notice) {
        return payments.recordNotice(notice);
    }
}
