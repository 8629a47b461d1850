package dev.makegood.explorer;

import dev.makegood.Storage;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.testing.Samples;
import java.util.function.BooleanSupplier;

/**
 * Where a small world is: a storage of its own, or one that it shares with others.
 *
 * @param inUnit tells whether a unit of work is open
 */
record Place(Storage storage, BooleanSupplier inUnit, Samples samples) {

    /** The same each time. */
    static Place inMemory() {
        var store = new InMemoryStore();
        return new Place(store, store::isInUnit, new Samples(1));
    }

    /** In memory, with ids and a time of its own; what it wrote can be written elsewhere. */
    static Place recorded() {
        var store = new InMemoryStore();
        return new Place(new RecordingStorage(store), store::isInUnit, Samples.fresh());
    }

    /** With ids and a time of its own. */
    static Place shared(Storage storage) {
        return new Place(storage, () -> false, Samples.fresh());
    }
}
