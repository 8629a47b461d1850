package dev.makegood.event;

import dev.makegood.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Events that are durable and still have to be delivered, outside any unit of work.
 *
 * <p>Delivery is at least once, and in order for each customer: one relay at a time holds the
 * lease.
 */
public interface Outbox {

    /**
     * Acquires or renews the lease of the one relay that may deliver.
     *
     * @return whether this holder has it until {@code now + leaseFor}
     */
    boolean acquireLease(String holder, Instant now, Duration leaseFor);

    /**
     * Answers the oldest events of each of some customers, each customer's in order and without a
     * gap.
     */
    List<RecordedEvent> undelivered(int limit);

    /** Marks a customer's events up to this one as delivered. Repeating it changes nothing. */
    void markDelivered(CustomerId customer, long upTo);
}
