package dev.makegood.event;

import dev.makegood.customer.CustomerId;
import java.time.Instant;

/** A place in a list of everybody's events, the newest first. */
public record EventPlace(Instant at, CustomerId customer, long sequence) {

    public static EventPlace of(Recorded event) {
        return new EventPlace(event.at(), event.customer(), event.sequence());
    }
}
