package dev.makegood.memory;

import dev.makegood.access.IdempotentRequest;
import dev.makegood.access.IdempotentRequestStore;
import dev.makegood.customer.CustomerId;
import dev.makegood.memory.table.AccessTables;
import java.time.Instant;
import java.util.Optional;

/** One customer's requests with idempotency keys, in memory. */
final class MemoryIdempotentRequests implements IdempotentRequestStore {

    private final UndoableMap<String, IdempotentRequest> requests;

    MemoryIdempotentRequests(CustomerId customer, MemoryTables tables) {
        this.requests = tables.map(AccessTables.IDEMPOTENT_REQUEST,
                request -> AccessTables.idempotentRequest(customer, request));
    }

    @Override
    public Optional<IdempotentRequest> find(String route, String key) {
        return requests.find(route + " " + key);
    }

    @Override
    public void save(IdempotentRequest request) {
        requests.put(request.route() + " " + request.key(), request);
    }

    @Override
    public void remove(String route, String key) {
        requests.remove(route + " " + key);
    }

    boolean isAnyBefore(Instant startedAt) {
        return requests.values()
                .stream()
                .anyMatch(request -> request.startedAt().isBefore(startedAt));
    }

    @Override
    public void removeStartedBefore(Instant startedAt) {
        requests.removeIf(request -> request.startedAt().isBefore(startedAt));
    }
}
