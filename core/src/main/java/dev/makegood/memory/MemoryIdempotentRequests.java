package dev.makegood.memory;

import dev.makegood.access.IdempotentRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One customer's requests with idempotency keys, in memory. */
final class MemoryIdempotentRequests {

    private final UndoableMap<String, IdempotentRequest> requests;

    MemoryIdempotentRequests(MemoryTables tables) {
        this.requests = tables.map();
    }

    Optional<IdempotentRequest> find(String route, String key) {
        return requests.find(route + " " + key);
    }

    void put(String route, String key, IdempotentRequest request) {
        requests.put(route + " " + key, request);
    }

    void remove(String route, String key) {
        requests.remove(route + " " + key);
    }

    List<IdempotentRequest> startedBefore(Instant startedAt) {
        return requests.values()
                .stream()
                .filter(request -> request.startedAt().isBefore(startedAt))
                .toList();
    }
}
