package dev.makegood.access;

import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds requests with idempotency keys of all customers, outside any unit of work. */
public interface IdempotentRequestDirectory {

    /** Tells whether this customer has a request of this route and key, whatever became of it. */
    boolean contains(CustomerId customer, String route, String key);

    /**
     * Customers who have requests that began before a moment, in the order of their ids.
     *
     * @param after only ids greater than this; null for the beginning
     */
    List<CustomerId> customersWithRequestsBefore(
            Instant startedAt, @Nullable CustomerId after, int limit);
}
