package dev.makegood.memory;

import dev.makegood.archive.EventCutter;
import dev.makegood.customer.CustomerId;
import java.util.Collections;
import java.util.List;

/** Cuts events of the store in memory. */
record MemoryEventCutter(InMemoryStore store) implements EventCutter {

    @Override
    public boolean cut(CustomerId customer, long closing, List<Long> events) {
        return store.transact(() -> {
            var stored = store.customerToRead(customer);
            boolean mayCut = stored.baseSequence() < closing
                    && !stored.events.isUndeliveredUpTo(Collections.max(events));
            if (mayCut) {
                stored.cut(closing, events);
            }
            return mayCut;
        });
    }
}
