package dev.makegood.event;

import dev.makegood.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Events that are durable and still have to be delivered, outside any unit of work.
 *
 * <p>Delivery is at least once, and in order for each customer: one relay at a time holds the lease.
 */
public interface Outbox {

    /**
     * Takes or renews the lease of the one relay that may deliver.
     *
     * @return whether this holder has it until {@code now + leaseFor}
     */
    boolean lease(String holder, Instant now, Duration leaseFor);

    /** Answers the oldest events of each of some customers, each customer's in order and without a gap. */
    List<Recorded> waiting(int limit);

    /** Strikes out a customer's events up to this one; they were delivered. Repeating it changes nothing. */
    void delivered(CustomerId customer, long upTo);
}
