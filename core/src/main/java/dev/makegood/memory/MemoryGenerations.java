package dev.makegood.memory;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import dev.makegood.unit.StoredGeneration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer's requests for generations in memory. */
final class MemoryGenerations {

    private final UndoableMap<UUID, StoredGeneration> requests;

    MemoryGenerations(MemoryTables tables) {
        this.requests = tables.map();
    }

    Optional<GenerationRequest> find(ProjectId id) {
        return stored(id).map(StoredGeneration::request);
    }

    Optional<StoredGeneration> stored(ProjectId id) {
        return requests.find(id.value());
    }

    Optional<GenerationRequest> findUnpaid(Hostname hostname, String provider) {
        return requests.values()
                .stream()
                .filter(StoredGeneration::isAwaitingPayment)
                .map(StoredGeneration::request)
                .filter(request -> request.hostname().equals(hostname)
                        && request.provider().equals(provider))
                .findFirst();
    }

    void put(ProjectId id, StoredGeneration stored) {
        requests.put(id.value(), stored);
    }

    boolean isAwaitingPayment(GenerationRequest request) {
        return requests.find(request.id().value())
                .filter(StoredGeneration::isAwaitingPayment)
                .isPresent();
    }

    Collection<GenerationRequest> all() {
        return requests(requests.values());
    }

    /** What comes after an id, in their order; everything after null. */
    Collection<GenerationRequest> after(@Nullable UUID id) {
        return requests(id == null ? requests.values() : requests.valuesAfter(id));
    }

    private static Collection<GenerationRequest> requests(Collection<StoredGeneration> stored) {
        return stored.stream().map(StoredGeneration::request).toList();
    }
}
