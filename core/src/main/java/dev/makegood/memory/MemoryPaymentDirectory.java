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
        return store.withLock(() -> store.indexes().ownerOf(payment));
    }

    @Override
    public Optional<PaymentId> findIdByRef(GatewayRef ref) {
        return store.withLock(() -> store.indexes().paymentOf(ref));
    }

    @Override
    public Optional<Payment> find(PaymentId payment) {
        return store.withLock(() -> store.indexes()
                .ownerOf(payment)
                .flatMap(owner -> store.unitOf(owner).payments.find(payment)));
    }
}
