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

    private final Drawer<UUID, GenerationRequest> requests;
    private final Drawer<UUID, UUID> closed;

    MemoryGenerations(Journal journal) {
        this.requests = new Drawer<>(journal);
        this.closed = new Drawer<>(journal);
    }

    @Override
    public Optional<GenerationRequest> find(ProjectId id) {
        return requests.find(id.value());
    }

    @Override
    public Optional<GenerationRequest> unpaid(Hostname hostname, String provider) {
        return requests.all()
                .stream()
                .filter(this::isWaiting)
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

    boolean isWaiting(GenerationRequest request) {
        return !request.isFree() && !request.paid() && closed.find(request.id().value()).isEmpty();
    }

    Collection<GenerationRequest> all() {
        return requests.all();
    }

    /** What comes after an id, in their order; everything after null. */
    Collection<GenerationRequest> after(@Nullable UUID id) {
        return id == null ? requests.all() : requests.after(id);
    }
}
