package dev.makegood.memory;

import dev.makegood.access.Request;
import dev.makegood.access.Requests;
import java.time.Instant;
import java.util.Optional;

/** One customer's requests with idempotency keys, in memory. */
final class MemoryRequests implements Requests {

    private final Drawer<String, Request> requests;

    MemoryRequests(Journal journal) {
        this.requests = new Drawer<>(journal);
    }

    @Override
    public Optional<Request> find(String route, String key) {
        return requests.find(route + " " + key);
    }

    @Override
    public void save(Request request) {
        requests.put(request.route() + " " + request.key(), request);
    }

    @Override
    public void remove(String route, String key) {
        requests.remove(route + " " + key);
    }

    @Override
    public void forgetBefore(Instant startedAt) {
        requests.removeIf(request -> request.startedAt().isBefore(startedAt));
    }
}
