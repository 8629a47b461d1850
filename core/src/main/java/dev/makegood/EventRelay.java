package dev.makegood;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.makegood.event.EventListener;
import dev.makegood.event.Outbox;
import dev.makegood.event.Recorded;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Delivers events to those who listen: each at least once, each customer's in order, by one relay at a time.
 */
public final class EventRelay {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final List<EventListener> listeners;
    private final InstantSource clock;

    EventRelay(Outbox outbox, List<EventListener> listeners, InstantSource clock) {
        this.outbox = outbox;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    /**
     * Delivers what waits, if no other relay does.
     *
     * @param holder names this relay, for instance its server
     * @return how many events there were
     * @throws RuntimeException the first that a listener threw, after the other customers had their turn
     */
    public int deliver(String holder, int limit) {
        if (!outbox.lease(holder, clock.instant(), LEASE)) {
            return 0;
        }
        var waiting = outbox.waiting(limit);
        var troubles = new Troubles();
        waiting.stream()
                .collect(groupingBy(Recorded::customer, LinkedHashMap::new, toList()))
                .values()
                .forEach(events -> troubles.watch(() -> events.forEach(this::deliver)));
        troubles.raise();
        return waiting.size();
    }

    private void deliver(Recorded event) {
        listeners.forEach(listener -> listener.hear(event));
        outbox.delivered(event.customer(), event.sequence());
    }
}
