package dev.makegood.server;

import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.access.ApiKeys;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.store.CorrectedClock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makegood opened on its database: the desks, what is read beside them, and where time, ids and chance come from.
 *
 * @param storage for reading only; every write goes over a desk
 * @param clock corrected by the database's
 * @param ids sorted by time, so that tables stay so
 * @param gatewayBooks the books of the configured gateways, by the gateway's name
 * @param databaseWarnings what the database lets us do to the ledger that it should not, a sentence each
 * @param ownersCutter opens what may remove events; the application itself may not
 * @param onClose closes the database
 */
public record Installation(Makegood makegood, Storage storage, CorrectedClock clock,
        Supplier<UUID> ids, RandomGenerator random, Map<String, GatewayBooks> gatewayBooks,
        Supplier<List<String>> databaseWarnings, Supplier<OpenCutter> ownersCutter,
        Runnable onClose) implements AutoCloseable {

    public Installation {
        gatewayBooks = Map.copyOf(gatewayBooks);
    }

    public ApiKeys keyring() {
        return makegood.apiKeys(random);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
