package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.EVENT;
import static dev.makegood.persistence.schema.Tables.OUTBOX;

import dev.makegood.event.Event;
import dev.makegood.event.EventLog;
import dev.makegood.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** What a unit tells: numbered at once, written together at its end. */
final class JooqEvents implements EventLog {

    private final DSLContext dsl;
    private final Head head;
    private final List<Recorded> told = new ArrayList<>();

    JooqEvents(DSLContext dsl, Head head) {
        this.dsl = dsl;
        this.head = head;
    }

    @Override
    public void append(Event event, Instant at) {
        told.add(new Recorded(head.customer(), head.nextEvent(), Micros.of(at), event.type(),
                event.facts()));
    }

    /** Writes them, and who waits for them. */
    List<Recorded> write() {
        if (!told.isEmpty()) {
            dsl.insertInto(EVENT, EVENT.fields())
                    .valuesOfRecords(told.stream().map(EventRow::of).toList())
                    .execute();
            dsl.insertInto(OUTBOX, OUTBOX.fields())
                    .valuesOfRecords(told.stream().map(EventRow::waiting).toList())
                    .execute();
        }
        return List.copyOf(told);
    }
}
