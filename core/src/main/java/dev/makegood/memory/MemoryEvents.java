package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Event;
import dev.makegood.event.EventLog;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.ChainHead;
import dev.makegood.memory.table.EventTables;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One customer's events in memory, and those of them that wait to be delivered. */
final class MemoryEvents implements EventLog {

    private final CustomerId customer;
    private final UndoableMap<Long, RecordedEvent> log;
    private final UndoableMap<Long, RecordedEvent> undelivered;
    private final UndoableMap<UUID, Instant> newest;

    MemoryEvents(CustomerId customer, MemoryTables tables) {
        this.customer = customer;
        this.log = tables.map(EventTables.EVENT, EventTables::event);
        this.undelivered = tables.map(EventTables.OUTBOX, EventTables::outboxRow);
        this.newest = tables.index();
    }

    @Override
    public void append(Event event, Instant at) {
        var recordedEvent = RecordedEvent.following(customer, head(), event, at);
        log.put(recordedEvent.sequence(), recordedEvent);
        undelivered.put(recordedEvent.sequence(), recordedEvent);
        if (at.isAfter(lastAt())) {
            newest.put(customer.value(), at);
        }
    }

    @Override
    public Instant lastAt() {
        return newest.find(customer.value()).orElse(Instant.EPOCH);
    }

    ChainHead head() {
        return log.valuesDescending()
                .stream()
                .findFirst()
                .map(RecordedEvent::head)
                .orElse(ChainHead.NONE);
    }

    List<RecordedEvent> after(long sequence, int limit) {
        return log.valuesAfter(sequence).stream().limit(limit).toList();
    }

    List<RecordedEvent> undelivered(int limit) {
        return undelivered.values().stream().limit(limit).toList();
    }

    void markDelivered(long upTo) {
        undelivered.removeIf(event -> event.sequence() <= upTo);
    }
}
