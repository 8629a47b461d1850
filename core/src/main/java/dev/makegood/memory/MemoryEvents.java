package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Event;
import dev.makegood.event.EventLog;
import dev.makegood.event.Recorded;
import java.time.Instant;
import java.util.List;

/** One customer's events in memory, and those of them that wait to be delivered. */
final class MemoryEvents implements EventLog {

    private final CustomerId owner;
    private final Drawer<Long, Recorded> log;
    private final Drawer<Long, Recorded> waiting;

    MemoryEvents(CustomerId owner, Journal journal) {
        this.owner = owner;
        this.log = new Drawer<>(journal);
        this.waiting = new Drawer<>(journal);
    }

    @Override
    public void append(Event event, Instant at) {
        long sequence =
                log.newestFirst().stream().findFirst().map(Recorded::sequence).orElse(0L) + 1;
        var recorded = new Recorded(owner, sequence, at, event.type(), event.facts());
        log.put(sequence, recorded);
        waiting.put(sequence, recorded);
    }

    List<Recorded> after(long sequence, int limit) {
        return log.after(sequence).stream().limit(limit).toList();
    }

    List<Recorded> waiting(int limit) {
        return waiting.all().stream().limit(limit).toList();
    }

    void delivered(long upTo) {
        waiting.removeIf(event -> event.sequence() <= upTo);
    }
}
