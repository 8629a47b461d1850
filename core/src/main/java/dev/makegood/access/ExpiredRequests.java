package dev.makegood.access;

import dev.makegood.customer.CustomerId;
import dev.makegood.store.Store;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Removes the requests whose idempotency keys are not kept any more, of customers who do not come
 * back too: some customers at a time, each in a unit of its own.
 */
public final class ExpiredRequests {

    private final Store<? extends AccessUnit> store;
    private final IdempotentRequestDirectory directory;
    private final InstantSource clock;
    private @Nullable CustomerId last;

    public ExpiredRequests(
            Store<? extends AccessUnit> store, IdempotentRequestDirectory directory,
            InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Goes on with the next customers, and begins anew after the last.
     *
     * @return of how many customers requests were removed; fewer than asked at the end of a round
     */
    public synchronized int removeNext(int customersMax) {
        var before = clock.instant().minus(IdempotencyKeys.RETENTION);
        var customers = directory.customersWithRequestsBefore(before, last, customersMax);
        customers.forEach(customer -> store.change(customer,
                unit -> unit.idempotentRequests().removeStartedBefore(before)));
        last = customers.size() < customersMax ? null : customers.getLast();
        return customers.size();
    }
}
