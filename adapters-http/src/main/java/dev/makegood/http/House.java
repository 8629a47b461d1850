package dev.makegood.http;

import dev.makegood.Makegood;
import dev.makegood.Storage;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the API stands in front of: the desks, what screens read beside them, and where time, ids and chance
 * come from.
 *
 * @param storage read only; whatever is written goes over a desk
 * @param ids of what requests make; sorted by time, so that tables stay so
 * @param counter where customers pay
 */
public record House(Makegood makegood, Storage storage, InstantSource clock, Supplier<UUID> ids,
        RandomGenerator chance, Counter counter) {

    /** A house that takes no money. */
    public House(
            Makegood makegood, Storage storage, InstantSource clock, Supplier<UUID> ids,
            RandomGenerator chance) {
        this(makegood, storage, clock, ids, chance, Counter.NONE);
    }
}
