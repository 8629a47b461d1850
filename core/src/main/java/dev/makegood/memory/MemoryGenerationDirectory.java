package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.generation.GenerationDirectory;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds requests for generations in memory. */
record MemoryGenerationDirectory(InMemoryStore store) implements GenerationDirectory {

    @Override
    public Optional<GenerationRequest> find(ProjectId id) {
        return store.withLock(() -> store.indexes()
                .ownerOf(id)
                .flatMap(owner -> store.customerToRead(owner).generations.find(id)));
    }

    @Override
    public List<GenerationRequest> findAwaitingPayment(Hostname hostname, int limit) {
        return store.withLock(() -> store.units()
                .values()
                .stream()
                .flatMap(unit -> unit.generations.all()
                        .stream()
                        .filter(unit.generations::isAwaitingPayment))
                .filter(request -> request.hostname().equals(hostname))
                .sorted(comparing(GenerationRequest::createdAt))
                .limit(limit)
                .toList());
    }

    @Override
    public boolean isPaidFor(Hostname hostname) {
        return store.withLock(() -> all().anyMatch(
                request -> request.isPaid() && request.hostname().equals(hostname)));
    }

    private Stream<GenerationRequest> all() {
        return store.units().values().stream().flatMap(unit -> unit.generations.all().stream());
    }
}
