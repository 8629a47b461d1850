package dev.makegood.memory;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.GenerationStore;
import dev.makegood.memory.table.GenerationTables;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer's requests for generations in memory. */
final class MemoryGenerations implements GenerationStore {

    private final UndoableMap<UUID, StoredRequest> requests;

    MemoryGenerations(MemoryTables tables) {
        this.requests = tables.map(GenerationTables.GENERATION_REQUEST,
                stored -> GenerationTables.request(stored.request(), stored.isClosed()));
    }

    /** A request, and whether it was closed without being paid. */
    private record StoredRequest(GenerationRequest request, boolean isClosed) {

        boolean isAwaitingPayment() {
            return !request.isFree() && !request.isPaid() && !isClosed;
        }
    }

    @Override
    public Optional<GenerationRequest> find(ProjectId id) {
        return requests.find(id.value()).map(StoredRequest::request);
    }

    @Override
    public Optional<GenerationRequest> findUnpaid(Hostname hostname, String provider) {
        return requests.values()
                .stream()
                .filter(StoredRequest::isAwaitingPayment)
                .map(StoredRequest::request)
                .filter(request -> request.hostname().equals(hostname)
                        && request.provider().equals(provider))
                .findFirst();
    }

    @Override
    public void save(GenerationRequest request) {
        boolean isClosed = !request.isPaid()
                && requests.find(request.id().value())
                        .filter(StoredRequest::isClosed)
                        .isPresent();
        requests.put(request.id().value(), new StoredRequest(request, isClosed));
    }

    @Override
    public void close(ProjectId id) {
        requests.find(id.value())
                .map(StoredRequest::request)
                .filter(request -> !request.isPaid())
                .ifPresent(request -> requests.put(id.value(), new StoredRequest(request, true)));
    }

    boolean isAwaitingPayment(GenerationRequest request) {
        return requests.find(request.id().value())
                .filter(StoredRequest::isAwaitingPayment)
                .isPresent();
    }

    Collection<GenerationRequest> all() {
        return requests(requests.values());
    }

    /** What comes after an id, in their order; everything after null. */
    Collection<GenerationRequest> after(@Nullable UUID id) {
        return requests(id == null ? requests.values() : requests.valuesAfter(id));
    }

    private static Collection<GenerationRequest> requests(Collection<StoredRequest> stored) {
        return stored.stream().map(StoredRequest::request).toList();
    }
}
