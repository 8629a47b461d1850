package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Event;
import dev.makegood.event.EventLog;
import dev.makegood.event.RecordedEvent;
import java.time.Instant;
import java.util.List;

/** One customer's events in memory, and those of them that wait to be delivered. */
final class MemoryEvents implements EventLog {

    private final CustomerId customer;
    private final UndoableMap<Long, RecordedEvent> log;
    private final UndoableMap<Long, RecordedEvent> undelivered;

    MemoryEvents(CustomerId customer, UndoLog undoLog) {
        this.customer = customer;
        this.log = new UndoableMap<>(undoLog);
        this.undelivered = new UndoableMap<>(undoLog);
    }

    @Override
    public void append(Event event, Instant at) {
        long sequence =
                log.valuesDescending().stream().findFirst().map(RecordedEvent::sequence).orElse(0L)
                        + 1;
        var recordedEvent = new RecordedEvent(customer, sequence, at, event.type(), event.facts());
        log.put(sequence, recordedEvent);
        undelivered.put(sequence, recordedEvent);
    }

    @Override
    public Instant lastAt() {
        return log.values()
                .stream()
                .map(RecordedEvent::at)
                .reduce(Instant.EPOCH,
                        (one, other) -> one.isAfter(other) ? one : other);
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
