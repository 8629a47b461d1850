package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.Makegood;
import dev.makegood.audit.Audit;
import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold while many threads work at once, and while the database fails under them. */
class FaultsTest {

    private static final Duration TRAFFIC =
            Duration.ofSeconds(Integer.getInteger("makegood.traffic.seconds", 10));
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabases.migrated();
    private final Samples samples = Samples.fresh();
    private final CustomerId ada = samples.customer();
    private final List<CustomerId> customers =
            Stream.generate(samples::customer).limit(40).toList();

    /** T3. */
    @Test
    void of_3200_holds_on_1000_credits_exactly_1000_succeed() {
        try (var pool = poolWithTimeout(10)) {
            var store = JooqStore.on(pool);
            var ledger = Makegood.on(store).open().ledger();
            ledger.grant(samples.transfer(), ada,
                    Grant.of(GrantSource.PURCHASE, new Credits(1_000)));

            var held = ConcurrentCalls.run(64, who -> IntStream.range(0, 50)
                    .mapToObj(i -> ledger.hold(TransferId.of(who + "/" + i, ada), ada,
                            new Credits(1), new Subject("test", ada.value())))
                    .filter(Posting.Posted.class::isInstance)
                    .count());

            assertThat(held.stream().mapToLong(each -> each).sum()).isEqualTo(1_000);
            assertThat(store.statements().wallet(ada).balances().available())
                    .isEqualTo(Credits.NONE);
            FaultChecks.assertAddsUp(store);
            FaultChecks.print("T3", "3200 holds, 64 threads, 1000 succeeded");
        }
    }

    /** T4, as far as a storage goes: the same id at once, and with another amount. */
    @Test
    void of_many_with_the_same_id_at_once_one_moves_credits() {
        try (var pool = poolWithTimeout(10)) {
            var store = JooqStore.on(pool);
            var ledger = Makegood.on(store).open().ledger();
            var ids = Stream.generate(samples::transfer).limit(200).toList();

            var answers = ConcurrentCalls.run(100, who -> ids.stream()
                    .map(id -> ledger.grant(id, customers.get(Math.floorMod(id.hashCode(), 40)),
                            Grant.of(GrantSource.PURCHASE, new Credits(7))))
                    .filter(Posting.Posted.class::isInstance)
                    .count());

            assertThat(answers.stream().mapToLong(each -> each).sum()).isEqualTo(200);
            var other = ids.stream()
                    .filter(id -> refuses(() -> ledger.grant(id,
                            customers.get(Math.floorMod(id.hashCode(), 40)),
                            Grant.of(GrantSource.PURCHASE, new Credits(8)))));
            assertThat(other.count()).isEqualTo(200);
            FaultChecks.assertAddsUp(store);
            FaultChecks.print("T4", "200 ids, 100 at once each, each moved credits once;"
                    + " 200 of 200 with another amount refused");
        }
    }

    private static boolean refuses(Callable<?> command) {
        try {
            command.call();
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** T2: every read of a customer, at any moment, adds up. */
    @Test
    void while_sixteen_move_credits_every_read_adds_up() {
        try (var pool = poolWithTimeout(18)) {
            var store = JooqStore.on(pool);
            var over = System.nanoTime() + TRAFFIC.toNanos();
            var reads = new AtomicInteger();
            var audit = Audit.of(store.archive());

            var all = ConcurrentCalls.run(18, who -> {
                var traffic = new LedgerTraffic(store, customers, seed() + who, TIMEOUT);
                while (System.nanoTime() < over) {
                    if (who < 16) {
                        traffic.step();
                    } else {
                        assertThat(audit.violations(customers.get(reads.getAndIncrement() % 40)))
                                .isEmpty();
                    }
                }
                return traffic;
            });

            FaultChecks.assertNothingLost(store, all);
            FaultChecks.print("T2", "16 threads, %d s: %d transfers acknowledged, %d reads audited",
                    TRAFFIC.toSeconds(), FaultChecks.acknowledged(all), reads.get());
        }
    }

    /** T9. */
    @Test
    void while_backends_are_terminated_nothing_acknowledged_is_lost() {
        try (var pool = poolWithTimeout(8)) {
            var store = JooqStore.on(pool);
            var over = new AtomicBoolean();
            var terminated = new AtomicInteger();
            var parts = new ArrayList<Callable<LedgerTraffic>>();
            for (int who = 0; who < 8; who++) {
                var traffic = new LedgerTraffic(store, customers, seed() + who, TIMEOUT);
                parts.add(() -> {
                    while (!over.get()) {
                        traffic.step();
                    }
                    return traffic;
                });
            }
            parts.add(() -> {
                for (int i = 0; i < 100; i++) {
                    Thread.sleep(50);
                    terminated.addAndGet(terminateOne());
                }
                over.set(true);
                return new LedgerTraffic(store, customers, seed(), TIMEOUT);
            });

            var all = ConcurrentCalls.run(parts);

            assertThat(terminated).hasPositiveValue();
            FaultChecks.assertNothingLost(store, all);
            FaultChecks.print("T9", "%d backends terminated in 5 s, %d transfers acknowledged,"
                    + " %d retried", terminated.get(), FaultChecks.acknowledged(all),
                    FaultChecks.retries(all));
        }
    }

    private int terminateOne() {
        return (int) TestSql.query(database.asOwner(), """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                and backend_type = 'client backend'
                order by random() limit 1""").stream().filter("t"::equals).count();
    }

    /** T12. */
    @Test
    void with_a_fault_in_each_twentieth_statement_units_are_retried_with_the_same_ids()
            throws Exception {
        try (var faulty = new FaultyDataSource(database.asApplication(), 6, seed(), 0.05)) {
            var store = JooqStore.on(faulty.asDataSource());

            var all = ConcurrentCalls.run(6, who -> {
                var traffic = new LedgerTraffic(store, customers, seed() + who, TIMEOUT);
                while (traffic.commands() < 5_000 / 6 + 1) {
                    traffic.step();
                }
                return traffic;
            });

            assertNothingLost(all);
            var ids = all.stream().flatMap(one -> one.acknowledged().stream()).toList();
            assertThat(ids).doesNotHaveDuplicates();
            FaultChecks.print("T12", "seed %d: 5,000 units, %d faults, %d transfers acknowledged,"
                    + " %d retried", seed(), faulty.faults(), ids.size(),
                    FaultChecks.retries(all));
        }
    }

    private void assertNothingLost(List<LedgerTraffic> all) {
        try (var pool = poolWithTimeout(1)) {
            FaultChecks.assertNothingLost(JooqStore.on(pool), all);
        }
    }

    private static long seed() {
        return Long.getLong("makegood.seed", 20_261_120);
    }

    private HikariDataSource poolWithTimeout(int size) {
        return TestDatabases.pool(database, size, TIMEOUT);
    }
}
