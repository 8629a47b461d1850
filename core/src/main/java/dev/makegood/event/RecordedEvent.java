package dev.makegood.event;

import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.Map;

/**
 * An event as it is recorded in the log.
 *
 * @param sequence counts a customer's events from 1, without gaps, in the order of their commits
 */
public record RecordedEvent(CustomerId customer, long sequence, Instant at, String type,
        Map<String, String> facts) implements Event {

    public RecordedEvent {
        facts = Map.copyOf(facts);
    }
}
