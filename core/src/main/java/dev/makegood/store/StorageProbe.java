package dev.makegood.store;

import java.time.Duration;
import java.time.Instant;

/**
 * Asks the storage how it is, beside all units: what time it has, and whether it can take what is
 * written.
 *
 * <p>Each call is tried once; it waits for no lock that a unit may hold.
 */
public interface StorageProbe {

    /**
     * The time of the storage's own clock, the same for all who share the storage.
     *
     * @throws StoreUnavailableException if the storage cannot be reached
     */
    Instant now();

    /**
     * Returns if a unit could be written now: what it tries is made durable, and leaves nothing
     * behind that grows. Cheap enough for once a second.
     *
     * @throws StoreUnavailableException if the storage cannot be reached, only reads or is full
     */
    void checkWritable();

    /**
     * How long a unit that is begun now would wait for its turn, by what waits already; zero if
     * that is not known. Nobody is asked: it costs nothing.
     */
    Duration expectedUnitWait();

    /** The same for what is read beside units. */
    Duration expectedReadWait();
}
