package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.payment.PaymentId;
import java.util.Optional;

/** Finds payments in memory. */
record MemoryPaymentDirectory(InMemoryStore store) implements PaymentDirectory {

    @Override
    public Optional<CustomerId> ownerOf(PaymentId payment) {
        return store.exclusively(() -> store.directories().ownerByPayment.find(payment.value()));
    }

    @Override
    public Optional<PaymentId> named(GatewayRef ref) {
        return store.exclusively(() -> store.directories().paymentByRef.find(ref.toString()));
    }

    @Override
    public Optional<Payment> find(PaymentId payment) {
        return store.exclusively(() -> store.directories().ownerByPayment.find(payment.value())
                .flatMap(owner -> store.shelf(owner).payments.find(payment)));
    }
}
