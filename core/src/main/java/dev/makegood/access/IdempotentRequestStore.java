package dev.makegood.access;

import java.time.Instant;
import java.util.Optional;

/** One customer's requests with idempotency keys, within one unit of work. */
public interface IdempotentRequestStore {

    Optional<IdempotentRequest> find(String route, String key);

    /** Adds a request, or replaces the one of the same route and key. */
    void save(IdempotentRequest request);

    /** Removes a request: the next one with its key is the first; does nothing if there is none. */
    void remove(String route, String key);

    /** Removes requests that began before then. */
    void removeStartedBefore(Instant startedAt);
}
