package dev.makegood.event;

import dev.makegood.customer.CustomerId;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is recorded in the log.
 *
 * @param sequence counts a customer's events from 1, without gaps, in the order of their commits
 * @param stateHash see {@link Event#stateHash}
 * @param hash over everything here and the hash of the event before, in the format {@code me1}:
 *        customer, sequence, microseconds since 1970, type, facts by name, state hash, hash before
 */
public record RecordedEvent(CustomerId customer, long sequence, Instant at, String type,
        Map<String, String> facts, @Nullable Hash stateHash, Hash hash) implements Event {

    private static final String FORMAT = "me1";

    public RecordedEvent {
        facts = Map.copyOf(facts);
    }

    /** Makes the event that follows a customer's newest one. */
    public static RecordedEvent following(
            CustomerId customer, ChainHead head, Event event, Instant at) {
        long sequence = head.sequence() + 1;
        return new RecordedEvent(customer, sequence, at, event.type(), event.facts(),
                event.stateHash(), hash(customer, sequence, event, at, head.hash()));
    }

    /** The end of its customer's events, while it is the newest of them. */
    public ChainHead head() {
        return new ChainHead(sequence, hash);
    }

    /** Tells whether it is unchanged and follows the event of this hash. */
    public boolean follows(Hash previous) {
        return hash.equals(hash(customer, sequence, this, at, previous));
    }

    private static Hash hash(
            CustomerId customer, long sequence, Event event, Instant at, Hash previous) {
        return Hash.ofFields(FORMAT, customer, sequence, at, event.type(), event.facts(),
                event.stateHash(), previous);
    }
}
