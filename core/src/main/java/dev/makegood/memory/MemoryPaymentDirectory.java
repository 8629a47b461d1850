package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.payment.PaymentId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    public Set<PaymentId> findIdsByRef(String ref) {
        return store.withLock(() -> store.indexes().paymentByRef.values()
                .stream()
                .filter(claimed -> claimed.ref().id().equals(ref))
                .map(UniqueIndexes.ClaimedRef::payment)
                .collect(Collectors.toSet()));
    }

    @Override
    public Optional<Payment> find(PaymentId payment) {
        return store.withLock(() -> store.indexes()
                .ownerOf(payment)
                .flatMap(owner -> store.customerToRead(owner).payments.find(payment)));
    }
}
