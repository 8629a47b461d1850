package dev.makegood.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.persistence.PoolSettings;
import dev.makegood.persistence.StoreConnections;

/**
 * The connections of the application, in three pools: commands that wait for locks leave reads their connections,
 * and neither keeps the health check from its own.
 */
record ApplicationConnections(HikariDataSource units, HikariDataSource reads,
        HikariDataSource probe) implements AutoCloseable {

    private static final int PROBE_SIZE = 1;

    /** Shares out the connections that the settings allow: one for the probe, a third of the others for reads. */
    static ApplicationConnections open(PoolSettings settings) {
        int readsSize = Math.max(1, (settings.size() - PROBE_SIZE) / 3);
        var units = settings.withSize(settings.size() - PROBE_SIZE - readsSize).open();
        try {
            return new ApplicationConnections(units, settings.withSize(readsSize).open(),
                    settings.withSize(PROBE_SIZE).open());
        } catch (RuntimeException e) {
            units.close();
            throw e;
        }
    }

    StoreConnections forStore() {
        return new StoreConnections(units, reads, probe, units.getMaximumPoolSize(),
                reads.getMaximumPoolSize());
    }

    @Override
    public void close() {
        units.close();
        reads.close();
        probe.close();
    }
}
