package dev.makegood.memory;

import dev.makegood.access.IdempotentRequestDirectory;
import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds requests with idempotency keys in memory. */
record MemoryRequestDirectory(InMemoryStore store) implements IdempotentRequestDirectory {

    @Override
    public boolean contains(CustomerId customer, String route, String key) {
        return store
                .withLock(() -> store.customerToRead(customer).idempotentRequests.find(route, key)
                        .isPresent());
    }

    @Override
    public List<CustomerId> customersWithRequestsBefore(
            Instant startedAt, @Nullable CustomerId after, int limit) {
        return store.withLock(() -> store.units()
                .values()
                .stream()
                .filter(unit -> !unit.idempotentRequests.startedBefore(startedAt).isEmpty())
                .map(unit -> unit.customer)
                .filter(owner -> after == null || owner.value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList());
    }
}
