package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.EVENT;
import static dev.makegood.persistence.schema.Tables.OUTBOX;

import dev.makegood.event.Event;
import dev.makegood.event.EventLog;
import dev.makegood.event.RecordedEvent;
import dev.makegood.store.Microseconds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** A unit's events: numbered at once, written together at its end. */
final class JooqEvents implements EventLog {

    private final DSLContext dsl;
    private final CustomerRowLock rowLock;
    private final List<RecordedEvent> appended = new ArrayList<>();

    JooqEvents(DSLContext dsl, CustomerRowLock rowLock) {
        this.dsl = dsl;
        this.rowLock = rowLock;
    }

    @Override
    public void append(Event event, Instant at) {
        appended.add(rowLock.append(event, Microseconds.floor(at)));
    }

    @Override
    public Instant lastAt() {
        return rowLock.lastAt();
    }

    /** Writes them, and their rows in the outbox. */
    List<RecordedEvent> write() {
        if (!appended.isEmpty()) {
            dsl.insertInto(EVENT, EVENT.fields())
                    .valuesOfRecords(appended.stream().map(EventRow::of).toList())
                    .execute();
            dsl.insertInto(OUTBOX, OUTBOX.fields())
                    .valuesOfRecords(appended.stream().map(EventRow::outboxRow).toList())
                    .execute();
        }
        return List.copyOf(appended);
    }
}
