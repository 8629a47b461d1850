package dev.makegood.closing;

import dev.makegood.event.Event;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a customer's books up to an event, so that the audit can begin there once the
 * events before it were cut. It is recorded as an event itself, so the chain vouches for it.
 *
 * @param before only what happened before this moment is in it
 * @param events the newest event in it
 * @param transfers the newest transfer that these events are about
 * @param kept how many of these events stay, and the root over them
 */
public record Base(Instant before, ChainHead events, ChainHead transfers, ChainHead kept)
        implements Event {

    /** The type of the event: the books were closed up to here. */
    public static final String TYPE = "books.closed";

    private static final String FORMAT = "mk1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("before", before.toString());
        put(facts, "events", events);
        put(facts, "transfers", transfers);
        put(facts, "kept", kept);
        return facts;
    }

    private static void put(Map<String, String> facts, String name, ChainHead head) {
        facts.put(name, Long.toString(head.sequence()));
        facts.put(name + "Hash", head.hash().toString());
    }

    /** The base that an event records; empty if it is another event. */
    public static Optional<Base> of(RecordedEvent event) {
        var facts = event.facts();
        return event.type().equals(TYPE)
                ? Optional.of(new Base(Instant.parse(facts.getOrDefault("before", "")),
                        head(facts, "events"), head(facts, "transfers"), head(facts, "kept")))
                : Optional.empty();
    }

    private static ChainHead head(Map<String, String> facts, String name) {
        return new ChainHead(Long.parseLong(facts.getOrDefault(name, "")),
                new Hash(facts.getOrDefault(name + "Hash", "")));
    }

    /** Tells whether an event or a transfer is old enough to be in it. */
    public boolean covers(RecordedEvent event) {
        return event.sequence() <= events.sequence();
    }

    /**
     * The root with one more event under it. The event before it may be gone, so all that its own
     * hash is over is hashed again.
     */
    public static ChainHead keep(ChainHead kept, RecordedEvent event) {
        return new ChainHead(kept.sequence() + 1,
                Hash.ofFields(FORMAT, kept.hash(), event.sequence(), event.at(), event.type(),
                        event.facts(), event.stateHash(), event.hash()));
    }
}
