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
        return store.exclusively(() -> store.directories().ownerByProject.find(id.value())
                .flatMap(owner -> store.shelf(owner).generations.find(id)));
    }

    @Override
    public List<GenerationRequest> waiting(Hostname hostname, int limit) {
        return store.exclusively(() -> store.shelves()
                .values()
                .stream()
                .flatMap(shelf -> shelf.generations.all()
                        .stream()
                        .filter(shelf.generations::isWaiting))
                .filter(request -> request.hostname().equals(hostname))
                .sorted(comparing(GenerationRequest::createdAt))
                .limit(limit)
                .toList());
    }

    @Override
    public boolean isPaidFor(Hostname hostname) {
        return store.exclusively(() -> all().anyMatch(
                request -> request.paid() && request.hostname().equals(hostname)));
    }

    private Stream<GenerationRequest> all() {
        return store.shelves().values().stream().flatMap(shelf -> shelf.generations.all().stream());
    }
}
