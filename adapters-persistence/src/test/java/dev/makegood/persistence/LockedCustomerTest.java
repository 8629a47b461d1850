package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.testing.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** T30: somebody outside holds the lock of one customer, for whom many call, over the data source of a host. */
class LockedCustomerTest {

    private static final int CALLERS = 200;
    private static final int CONNECTIONS = 10;

    /** Generous: the machine of a build has other things to do. Without connections, others waited 3 s in vain. */
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final TestDatabase database = TestDatabases.migrated();
    private final Samples samples = Samples.fresh();
    private final CustomerId ada = samples.customer();
    private final CustomerId bob = samples.customer();

    @Test
    @Timeout(60)
    void nobody_waits_for_a_customer_but_those_who_call_for_him() throws Exception {
        try (var pool = TestDatabases.pool(database, CONNECTIONS, Duration.ofSeconds(3));
                var callers = Executors.newVirtualThreadPerTaskExecutor();
                var outside = TestDatabases.ownerDataSource(database).getConnection()) {
            var store = JooqStore.on(pool);
            grant(store, ada);
            lock(outside, ada);

            var calls = callAll(callers, () -> grant(store, ada));
            Thread.sleep(500);
            var slowest = slowestOfOthers(store, Duration.ofSeconds(2));
            outside.rollback();

            assertThat(slowest).isLessThan(QUICK);
            assertThat(answersOf(calls)).hasSize(CALLERS)
                    .containsOnly("granted", "unavailable")
                    .contains("granted", "unavailable");
            assertThat(grant(store, ada)).isEqualTo("granted");
            FaultChecks.print("T30", "%d callers for a locked customer: %d served after, the"
                    + " slowest call for another took %d ms", CALLERS,
                    Collections.frequency(answersOf(calls), "granted"), slowest.toMillis());
        }
    }

    @Test
    @Timeout(60)
    void customers_locked_at_once_leave_connections_for_the_others() throws Exception {
        try (var pool = TestDatabases.pool(database, CONNECTIONS, Duration.ofSeconds(3));
                var callers = Executors.newVirtualThreadPerTaskExecutor();
                var outside = TestDatabases.ownerDataSource(database).getConnection()) {
            var store = JooqStore.on(pool);
            var locked = Stream.generate(samples::customer).limit(3 * CONNECTIONS).toList();
            for (var customer : locked) {
                grant(store, customer);
                lock(outside, customer);
            }

            var calls = locked.stream()
                    .map(customer -> callers.submit(() -> grant(store, customer)))
                    .toList();
            Thread.sleep(500);
            var slowest = slowestOfOthers(store, Duration.ofSeconds(2));
            outside.rollback();

            assertThat(slowest).isLessThan(QUICK);
            assertThat(answersOf(calls)).containsOnly("granted");
            FaultChecks.print("T30", "%d customers locked at once: all served after, the slowest"
                    + " call for another took %d ms", locked.size(), slowest.toMillis());
        }
    }

    private Duration slowestOfOthers(JooqStore store, Duration time) {
        var slowest = Duration.ZERO;
        for (long start = System.nanoTime(); System.nanoTime() - start < time.toNanos();) {
            long before = System.nanoTime();
            assertThat(grant(store, bob)).isEqualTo("granted");
            assertThat(store.statements().wallet(bob).sequence()).isPositive();
            var took = Duration.ofNanos(System.nanoTime() - before);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        return slowest;
    }

    private static List<Future<String>> callAll(ExecutorService callers, Callable<String> call) {
        return Collections.nCopies(CALLERS, call).stream().map(callers::submit).toList();
    }

    private static List<String> answersOf(List<Future<String>> calls) {
        return calls.stream().map(LockedCustomerTest::answerOf).toList();
    }

    private static String answerOf(Future<String> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private String grant(JooqStore store, CustomerId customer) {
        try {
            var unused = Makegood.on(store)
                    .open()
                    .ledger()
                    .grant(samples.transfer(), customer,
                            Grant.of(GrantSource.PURCHASE, new Credits(1)));
            return "granted";
        } catch (StoreUnavailableException e) {
            return "unavailable";
        }
    }

    private static void lock(Connection outside, CustomerId customer) throws SQLException {
        outside.setAutoCommit(false);
        try (var statement = outside.createStatement()) {
            statement.execute("select 1 from makegood.customer where customer_id = '"
                    + customer.value() + "' for update");
        }
    }
}
