package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.LEASE;

import dev.makegood.store.StorageProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;

/**
 * Asks PostgreSQL for its time, and whether it can write: a row is committed, and a temporary file is filled, since
 * a row of a table that has room left is written on a full disk too.
 *
 * @param units the host's, or our own: what is waited for
 * @param transactions of the host, or of our own over a connection that units do not use
 */
record JooqProbe(Transactions units, Transactions transactions) implements StorageProbe {

    private static final String NAME = "write_probe";

    /** Sorts 2 MB with memory for 64 kB. */
    private static final String FILL_FILE = """
            select max(line) from (
                select repeat('x', 200) || number as line
                from generate_series(1, 10000) as number
                order by line desc) as sorted""";

    @Override
    public Instant now() {
        return transactions.executeOnce(dsl -> dsl.fetchSingle("select clock_timestamp()")
                .get(0, OffsetDateTime.class)
                .toInstant());
    }

    /** In a host's transaction nothing is tried: the host's own writes tell. */
    @Override
    public void checkWritable() {
        if (transactions.isJoined()) {
            var unused = now();
        } else {
            var unused = transactions.executeOnce(dsl -> {
                dsl.transaction(inside -> write(inside.dsl()));
                return NAME;
            });
        }
    }

    @Override
    public Duration expectedUnitWait() {
        return units.expectedUnitWait();
    }

    @Override
    public Duration expectedReadWait() {
        return units.expectedReadWait();
    }

    private static void write(DSLContext dsl) {
        dsl.execute("set local work_mem = '64kB'");
        dsl.execute(FILL_FILE);
        dsl.insertInto(LEASE)
                .set(LEASE.NAME, NAME)
                .set(LEASE.HOLDER, NAME)
                .set(LEASE.EXPIRES_AT, Instant.EPOCH)
                .set(LEASE.FENCE, 1L)
                .onConflict(LEASE.NAME)
                .doUpdate()
                .set(LEASE.FENCE, LEASE.FENCE.plus(1))
                .execute();
    }
}
