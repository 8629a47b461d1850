package dev.makegood.memory;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.GenerationStore;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer's requests for generations in memory. */
final class MemoryGenerations implements GenerationStore {

    private final UndoableMap<UUID, GenerationRequest> requests;
    private final UndoableMap<UUID, UUID> closed;

    MemoryGenerations(UndoLog undoLog) {
        this.requests = new UndoableMap<>(undoLog);
        this.closed = new UndoableMap<>(undoLog);
    }

    @Override
    public Optional<GenerationRequest> find(ProjectId id) {
        return requests.find(id.value());
    }

    @Override
    public Optional<GenerationRequest> findUnpaid(Hostname hostname, String provider) {
        return requests.values()
                .stream()
                .filter(this::isAwaitingPayment)
                .filter(request -> request.hostname().equals(hostname)
                        && request.provider().equals(provider))
                .findFirst();
    }

    @Override
    public void save(GenerationRequest request) {
        requests.put(request.id().value(), request);
    }

    @Override
    public void close(ProjectId id) {
        closed.put(id.value(), id.value());
    }

    boolean isAwaitingPayment(GenerationRequest request) {
        return !request.isFree()
                && !request.isPaid()
                && closed.find(request.id().value()).isEmpty();
    }

    Collection<GenerationRequest> all() {
        return requests.values();
    }

    /** What comes after an id, in their order; everything after null. */
    Collection<GenerationRequest> after(@Nullable UUID id) {
        return id == null ? requests.values() : requests.valuesAfter(id);
    }
}
