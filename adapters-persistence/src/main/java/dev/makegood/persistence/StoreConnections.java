package dev.makegood.persistence;

import javax.sql.DataSource;

/**
 * Where a store takes its connections from, for each kind of use: so that none of them waits for another.
 *
 * @param units for units of work, which may wait for locks
 * @param reads for what is read beside units, and for claims of tasks and events
 * @param probe for asking the database how it is; one connection is enough
 * @param unitsSize how many connections there are for units; 0 if that is not known
 * @param readsSize how many there are for reads; 0 if that is not known
 */
public record StoreConnections(DataSource units, DataSource reads, DataSource probe, int unitsSize,
        int readsSize) {

    private static final int LOCK_WAITS_OF_A_HOST = 2;

    /** All from one, as a host has it. */
    public static StoreConnections shared(DataSource source) {
        return new StoreConnections(source, source, source, 0, 0);
    }

    /**
     * How many units at once may wait with a connection for a lock that another server, or somebody outside, keeps:
     * fewer than there are connections for units, so that other customers are served.
     */
    int lockWaitsMax() {
        return unitsSize == 0 ? LOCK_WAITS_OF_A_HOST : Math.max(1, unitsSize / 3);
    }
}
