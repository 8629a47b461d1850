package dev.makegood.event;

import dev.makegood.customer.CustomerId;
import java.time.Instant;

/** A position in a list of all customers' events, the newest first. */
public record EventCursor(Instant at, CustomerId customer, long sequence) {

    public static EventCursor of(RecordedEvent event) {
        return new EventCursor(event.at(), event.customer(), event.sequence());
    }
}
