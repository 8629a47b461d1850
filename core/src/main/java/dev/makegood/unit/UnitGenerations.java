package dev.makegood.unit;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.GenerationStore;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.Optional;

/** One customer's requests for generations, as a unit sees them. */
record UnitGenerations(WorkingSet working) implements GenerationStore {

    @Override
    public Optional<GenerationRequest> find(ProjectId id) {
        return working.find(new Key.OfGeneration(id)).map(StoredGeneration::request);
    }

    @Override
    public Optional<GenerationRequest> findUnpaid(Hostname hostname, String provider) {
        return working.changed(Key.OfGeneration.class)
                .filter(StoredGeneration::isAwaitingPayment)
                .map(StoredGeneration::request)
                .filter(request -> request.hostname().equals(hostname)
                        && request.provider().equals(provider))
                .findFirst()
                .or(() -> working.loader()
                        .findUnpaid(hostname, provider)
                        .filter(request -> !working
                                .isChanged(new Key.OfGeneration(request.id()))));
    }

    @Override
    public void save(GenerationRequest request) {
        var key = new Key.OfGeneration(request.id());
        boolean isClosed = !request.isPaid()
                && working.find(key).filter(StoredGeneration::isClosed).isPresent();
        working.put(key, new StoredGeneration(request, isClosed));
    }

    @Override
    public void close(ProjectId id) {
        find(id).filter(request -> !request.isPaid())
                .ifPresent(request -> working.put(new Key.OfGeneration(id),
                        new StoredGeneration(request, /* isClosed= */ true)));
    }
}
