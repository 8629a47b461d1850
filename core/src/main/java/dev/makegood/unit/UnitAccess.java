package dev.makegood.unit;

import dev.makegood.access.ApiKey;
import dev.makegood.access.ApiKeyStore;
import dev.makegood.access.IdempotentRequest;
import dev.makegood.access.IdempotentRequestStore;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerStore;
import java.time.Instant;
import java.util.Optional;

/** Who may come in, as a unit sees it: the customer's identity, API keys, and requests that may be repeated. */
record UnitAccess(WorkingSet working)
        implements CustomerStore, ApiKeyStore, IdempotentRequestStore {

    @Override
    public Claim claim(Customer customer) {
        var key = new Key.OfIdentity(customer.identity());
        var owner = working.find(key);
        if (owner.isPresent()) {
            return new ClaimedByOther(owner.get());
        }
        working.put(key, customer.id());
        working.changeHead(head -> head.with(customer));
        return new Claimed();
    }

    @Override
    public void save(ApiKey key) {
        working.put(new Key.OfApiKey(key.id()), key);
    }

    @Override
    public Optional<IdempotentRequest> find(String route, String key) {
        return working.find(new Key.OfIdempotentRequest(route, key));
    }

    @Override
    public void save(IdempotentRequest request) {
        working.put(new Key.OfIdempotentRequest(request.route(), request.key()), request);
    }

    @Override
    public void remove(String route, String key) {
        working.remove(new Key.OfIdempotentRequest(route, key));
    }

    @Override
    public void removeStartedBefore(Instant startedAt) {
        working.loader()
                .requestsStartedBefore(startedAt)
                .stream()
                .map(request -> new Key.OfIdempotentRequest(request.route(), request.key()))
                .filter(key -> !working.isChanged(key))
                .forEach(working::remove);
        working.changed(Key.OfIdempotentRequest.class)
                .filter(request -> request.startedAt().isBefore(startedAt))
                .toList()
                .forEach(request -> remove(request.route(), request.key()));
    }
}
