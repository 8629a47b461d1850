package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Recorded;
import dev.makegood.persistence.schema.tables.records.EventRecord;
import dev.makegood.persistence.schema.tables.records.OutboxRecord;

/** Where an event meets the columns of {@code event} and {@code outbox}. */
final class EventRow {

    private EventRow() {}

    static EventRecord of(Recorded event) {
        var row = new EventRecord();
        row.setCustomerId(event.customer().value());
        row.setSequence(event.sequence());
        row.setHappenedAt(event.at());
        row.setEventType(event.type());
        row.setFacts(JsonText.of(event.facts()));
        return row;
    }

    static OutboxRecord waiting(Recorded event) {
        return new OutboxRecord(event.customer().value(), event.sequence());
    }

    static Recorded read(EventRecord row) {
        return new Recorded(new CustomerId(row.getCustomerId()), row.getSequence(),
                row.getHappenedAt(), row.getEventType(), JsonText.read(row.getFacts()));
    }
}
