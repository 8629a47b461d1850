package dev.makegood;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.makegood.event.EventListener;
import dev.makegood.event.Outbox;
import dev.makegood.event.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Delivers events to the listeners: each at least once, each customer's in order, by one relay at a
 * time.
 */
public final class EventRelay {

    private final Outbox outbox;
    private final List<EventListener> listeners;
    private final InstantSource clock;
    private final Duration leaseTime;

    EventRelay(
            Outbox outbox, List<EventListener> listeners, InstantSource clock,
            Duration leaseTime) {
        this.outbox = outbox;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
        this.leaseTime = leaseTime;
    }

    /**
     * Delivers undelivered events, unless another relay holds the lease, and for as long as none does.
     *
     * @param holder names this relay, for instance its server
     * @return how many events there were
     * @throws RuntimeException the first that a listener threw, after the events of the other
     *         customers were delivered
     */
    public int deliver(String holder, int limit) {
        var renewAt = new AtomicReference<>(Instant.MIN);
        if (!isHeld(holder, renewAt)) {
            return 0;
        }
        var waiting = outbox.undelivered(limit);
        var errors = new ErrorCollector();
        waiting.stream()
                .collect(groupingBy(RecordedEvent::customer, LinkedHashMap::new, toList()))
                .values()
                .forEach(events -> errors.run(() -> events.stream()
                        .takeWhile(event -> isHeld(holder, renewAt))
                        .forEach(this::deliver)));
        errors.throwFirst();
        return waiting.size();
    }

    /** Gives up the lease, if this holder has it, so that another relay need not wait for its end. */
    public void stop(String holder) {
        var unused = outbox.acquireLease(holder, clock.instant(), Duration.ZERO);
    }

    /** A listener may take its time, so the lease is renewed while it is used. */
    private boolean isHeld(String holder, AtomicReference<Instant> renewAt) {
        var now = clock.instant();
        if (now.isBefore(renewAt.get())) {
            return true;
        }
        boolean isHeld = outbox.acquireLease(holder, now, leaseTime);
        if (isHeld) {
            renewAt.set(now.plus(leaseTime.dividedBy(3)));
        }
        return isHeld;
    }

    private void deliver(RecordedEvent event) {
        listeners.forEach(listener -> listener.onEvent(event));
        outbox.markDelivered(event.customer(), event.sequence());
    }
}
