package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.makegood.Makegood;
import dev.makegood.access.Role;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.pricing.Tariff;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What belongs to no customer, while somebody outside holds the lock of what was written so far. */
class SystemAccountsTest {

    /** Far below the time after which a unit that waits for a lock is refused. */
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final long SEED = 1;
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private record Writes(String what, BiConsumer<JooqStore, String> write) {}

    @TestFactory
    Stream<DynamicTest> writes_about_different_things_do_not_wait_for_each_other() {
        var random = new Random(SEED);
        return Stream
                .of(new Writes("prices", SystemAccountsTest::changePrice),
                        new Writes("notices of no payment", SystemAccountsTest::quarantine),
                        new Writes("invalid signatures", (store, name) -> Makegood.on(store)
                                .withClock(InstantSource.fixed(NOW))
                                .open()
                                .payments()
                                .recordInvalidSignature("fake", name)),
                        new Writes("keys", (store, name) -> Makegood.on(store)
                                .open()
                                .apiKeys(random)
                                .create(Role.APP, name, "operator:ann")))
                .map(writes -> dynamicTest(writes.what(), () -> secondDoesNotWait(writes)));
    }

    private static void secondDoesNotWait(Writes writes) throws Exception {
        var database = TestDatabases.migrated();
        try (var pool = TestDatabases.pool(database, 3, Duration.ofSeconds(3));
                var outside = TestDatabases.ownerDataSource(database).getConnection()) {
            var store = JooqStore.on(pool);
            writes.write().accept(store, "one");
            lockAll(outside);

            long before = System.nanoTime();
            writes.write().accept(store, "two");
            var took = Duration.ofNanos(System.nanoTime() - before);

            assertThat(took).isLessThan(QUICK);
            assertThat(eventsIn(database)).isEqualTo(2);
        }
    }

    private static void changePrice(JooqStore store, String name) {
        JooqPriceList.on(store, InstantSource.system())
                .saveTariff(new Tariff("images/" + name, new BigDecimal("5"), Map.of()),
                        "operator:ann");
    }

    private static void quarantine(JooqStore store, String name) {
        var unused = Makegood.on(store)
                .open()
                .payments()
                .accept(new Verified(new GatewayRef("fake", name),
                        List.of(new GatewayRef("fake", "of-" + name)), List.of()));
    }

    private static void lockAll(Connection outside) throws SQLException {
        outside.setAutoCommit(false);
        try (var statement = outside.createStatement()) {
            statement.execute("select 1 from makegood.customer for update");
        }
    }

    private static int eventsIn(TestDatabase database) throws SQLException {
        try (var connection = TestDatabases.ownerDataSource(database).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from makegood.event")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
