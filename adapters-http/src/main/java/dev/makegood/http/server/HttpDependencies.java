package dev.makegood.http.server;

import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.store.Microseconds;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the API needs: the desks, the storage its lists are read from, and where time, ids and randomness come from.
 *
 * @param storage read only: all writing goes through a desk
 * @param ids of what requests create; sorted by time, which keeps new rows of the tables together
 * @param checkout where customers pay
 */
public record HttpDependencies(
        Makegood makegood, Storage storage, InstantSource clock, Supplier<UUID> ids,
        RandomGenerator random, CheckoutConfig checkout) {

    public HttpDependencies {
        clock = Microseconds.clock(clock);
    }

    /** Without any gateway. */
    public HttpDependencies(
            Makegood makegood, Storage storage, InstantSource clock, Supplier<UUID> ids,
            RandomGenerator random) {
        this(makegood, storage, clock, ids, random, CheckoutConfig.NONE);
    }
}
