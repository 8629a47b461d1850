package dev.makegood.http.server;

import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.store.Microseconds;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the API needs: the desks, the storage its lists are read from, and where time, ids and randomness come from.
 *
 * @param storage read only: all writing goes through a desk
 * @param ids of what requests create; sorted by time, which keeps new rows of the tables together
 * @param checkout where customers pay
 * @param healthWarnings what does not keep the server from its work and should be seen to, a sentence each
 */
public record HttpDependencies(
        Makegood makegood, Storage storage, InstantSource clock, Supplier<UUID> ids,
        RandomGenerator random, CheckoutConfig checkout, Supplier<List<String>> healthWarnings) {

    public HttpDependencies {
        clock = Microseconds.clock(clock);
    }

    /** With nothing to warn of. */
    public HttpDependencies(
            Makegood makegood, Storage storage, InstantSource clock, Supplier<UUID> ids,
            RandomGenerator random, CheckoutConfig checkout) {
        this(makegood, storage, clock, ids, random, checkout, List::of);
    }

    /** Without any gateway. */
    public HttpDependencies(
            Makegood makegood, Storage storage, InstantSource clock, Supplier<UUID> ids,
            RandomGenerator random) {
        this(makegood, storage, clock, ids, random, CheckoutConfig.NONE);
    }
}
