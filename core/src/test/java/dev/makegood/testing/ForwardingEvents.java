package dev.makegood.testing;

import dev.makegood.event.Event;
import dev.makegood.event.EventLog;
import java.time.Instant;

/** Does as another event log does; tests put their faults between. */
public class ForwardingEvents implements EventLog {

    private final EventLog events;

    public ForwardingEvents(EventLog events) {
        this.events = events;
    }

    @Override
    public void append(Event event, Instant at) {
        events.append(event, at);
    }

    @Override
    public Instant lastAt() {
        return events.lastAt();
    }
}
