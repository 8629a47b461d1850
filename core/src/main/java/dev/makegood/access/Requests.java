package dev.makegood.access;

import java.time.Instant;
import java.util.Optional;

/** One customer's requests with idempotency keys, within one unit of work. */
public interface Requests {

    Optional<Request> find(String route, String key);

    /** Adds a request, or replaces the one of the same route and key. */
    void save(Request request);

    /** Forgets a request: the next one of this key is the first; does nothing if there is none. */
    void remove(String route, String key);

    /** Forgets what began before then. */
    void forgetBefore(Instant startedAt);
}
