package dev.makegood.memory;

import dev.makegood.event.RecordedEvent;
import dev.makegood.unit.table.EventTables;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One customer's events in memory, and those of them that wait to be delivered. */
final class MemoryEvents {

    private final MemoryTables tables;
    private final UndoableMap<Long, RecordedEvent> log;
    private final UndoableMap<Long, RecordedEvent> undelivered;

    MemoryEvents(MemoryTables tables) {
        this.tables = tables;
        this.log = tables.map();
        this.undelivered = tables.map();
    }

    Optional<RecordedEvent> find(long sequence) {
        return log.find(sequence);
    }

    void put(RecordedEvent event) {
        log.put(event.sequence(), event);
        undelivered.put(event.sequence(), event);
    }

    boolean isUndeliveredUpTo(long sequence) {
        return undelivered.values().stream().anyMatch(event -> event.sequence() <= sequence);
    }

    void cut(Collection<Long> sequences) {
        sequences.stream().flatMap(sequence -> log.find(sequence).stream()).forEach(event -> {
            tables.remove(EventTables.EVENT, EventTables.event(event));
            log.remove(event.sequence());
        });
    }

    List<RecordedEvent> after(long sequence, int limit) {
        return log.valuesAfter(sequence).stream().limit(limit).toList();
    }

    List<RecordedEvent> undelivered(int limit) {
        return undelivered.values().stream().limit(limit).toList();
    }

    void markDelivered(long upTo) {
        List.copyOf(undelivered.values())
                .stream()
                .filter(event -> event.sequence() <= upTo)
                .forEach(event -> {
                    tables.remove(EventTables.OUTBOX, EventTables.outboxRow(event));
                    undelivered.remove(event.sequence());
                });
    }
}
