package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.Hash;
import dev.makegood.persistence.schema.tables.records.EventRecord;
import dev.makegood.persistence.schema.tables.records.OutboxRecord;

/** Where an event meets the columns of {@code event} and {@code outbox}. */
final class EventRow {

    private EventRow() {}

    static EventRecord of(RecordedEvent event) {
        var row = new EventRecord();
        row.setCustomerId(event.customer().value());
        row.setSequence(event.sequence());
        row.setOccurredAt(event.at());
        row.setEventType(event.type());
        row.setFacts(JsonText.of(event.facts()));
        row.setStateHash(event.stateHash() == null ? null : event.stateHash().bytes());
        row.setHash(event.hash().bytes());
        return row;
    }

    static OutboxRecord outboxRow(RecordedEvent event) {
        return new OutboxRecord(event.customer().value(), event.sequence());
    }

    static RecordedEvent read(EventRecord row) {
        return new RecordedEvent(new CustomerId(row.getCustomerId()), row.getSequence(),
                row.getOccurredAt(), row.getEventType(), JsonText.read(row.getFacts()),
                row.getStateHash() == null ? null : Hash.of(row.getStateHash()),
                Hash.of(row.getHash()));
    }
}
