package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Outbox;
import dev.makegood.event.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Everybody's undelivered events in memory. */
final class MemoryOutbox implements Outbox {

    private final InMemoryStore store;
    private String holder = "";
    private Instant until = Instant.MIN;

    MemoryOutbox(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean lease(String who, Instant now, Duration leaseFor) {
        return store.exclusively(() -> {
            if (!holder.equals(who) && until.isAfter(now)) {
                return false;
            }
            holder = who;
            until = now.plus(leaseFor);
            return true;
        });
    }

    @Override
    public List<Recorded> waiting(int limit) {
        return store.exclusively(() -> store.shelves()
                .values()
                .stream()
                .flatMap(shelf -> shelf.events.waiting(limit).stream())
                .limit(limit)
                .toList());
    }

    @Override
    public void delivered(CustomerId customer, long upTo) {
        store.change(customer, unit -> store.shelf(customer).events.delivered(upTo));
    }
}
