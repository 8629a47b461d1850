package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Outbox;
import dev.makegood.event.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All customers' undelivered events in memory. */
final class MemoryOutbox implements Outbox {

    private final InMemoryStore store;
    private String holder = "";
    private Instant leasedUntil = Instant.MIN;

    MemoryOutbox(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean acquireLease(String holder, Instant now, Duration leaseFor) {
        return store.withLock(() -> {
            if (!this.holder.equals(holder) && leasedUntil.isAfter(now)) {
                return false;
            }
            this.holder = holder;
            leasedUntil = now.plus(leaseFor);
            return true;
        });
    }

    @Override
    public List<RecordedEvent> undelivered(int limit) {
        return store.withLock(() -> store.units()
                .values()
                .stream()
                .flatMap(unit -> unit.events.undelivered(limit).stream())
                .limit(limit)
                .toList());
    }

    @Override
    public void markDelivered(CustomerId customer, long upTo) {
        var unused = store.transact(() -> {
            store.customerToRead(customer).events.markDelivered(upTo);
            return customer;
        });
    }
}
