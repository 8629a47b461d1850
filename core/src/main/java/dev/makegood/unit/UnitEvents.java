package dev.makegood.unit;

import dev.makegood.event.Event;
import dev.makegood.event.EventLog;
import dev.makegood.event.RecordedEvent;
import dev.makegood.store.Microseconds;
import java.time.Instant;

/** The events of one customer, as a unit sees them. */
record UnitEvents(WorkingSet working) implements EventLog {

    @Override
    public void append(Event event, Instant at) {
        var recorded = RecordedEvent.following(working.customer(), working.head().events(), event,
                Microseconds.floor(at));
        working.put(new Key.OfEvent(recorded.sequence()), recorded);
        working.changeHead(head -> head.with(recorded));
    }

    @Override
    public Instant lastAt() {
        return working.head().lastAt();
    }
}
