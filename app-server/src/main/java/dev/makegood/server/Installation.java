package dev.makegood.server;

import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.access.Keyring;
import dev.makegood.payment.GatewayBooks;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makegood opened on its database: the desks, what is read beside them, and where time, ids and chance come from.
 *
 * @param storage read only; whatever is written goes over a desk
 * @param ids sorted by time, so that tables stay so
 * @param books what the configured gateways have in theirs, by the gateway's name
 * @param doubts what the database lets us do to the ledger that it should not, a sentence each
 * @param end lets go of the database
 */
public record Installation(Makegood makegood, Storage storage, InstantSource clock,
        Supplier<UUID> ids, RandomGenerator chance, Map<String, GatewayBooks> books,
        Supplier<List<String>> doubts, Runnable end) implements AutoCloseable {

    public Installation {
        books = Map.copyOf(books);
    }

    public Keyring keyring() {
        return makegood.keyring(chance);
    }

    @Override
    public void close() {
        end.run();
    }
}
