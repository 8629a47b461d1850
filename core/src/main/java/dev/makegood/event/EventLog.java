package dev.makegood.event;

import java.time.Instant;

/**
 * The events of one customer, within one unit of work.
 *
 * <p>What is appended becomes durable with the unit, gets the customer's next sequence number, and
 * waits in the {@link Outbox} until it has been delivered. No event is ever changed or removed.
 */
public interface EventLog {

    void append(Event event, Instant at);

    /** When the newest of them happened; the epoch, if there is none. A customer's time never runs back. */
    Instant lastAt();

    /** When something happens that happens now: at the newest record, if the clock of another server was ahead. */
    default Instant notBeforeLast(Instant now) {
        return now.isAfter(lastAt()) ? now : lastAt();
    }
}
