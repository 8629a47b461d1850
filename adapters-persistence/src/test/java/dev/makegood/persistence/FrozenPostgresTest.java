package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.Samples;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A PostgreSQL that stops answering without closing anything: every process of it is suspended. */
class FrozenPostgresTest {

    private static final int CALLERS = 5;
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(1);

    private final Samples samples = Samples.fresh();

    @Test
    @Timeout(60)
    void callers_are_refused_in_time_and_served_a_second_after_it_goes_on() {
        try (var postgres = TestPostgres.durable()) {
            var database = postgres.freshDatabase();
            TestDatabases.migrate(database);
            try (var pool = poolTo(database)) {
                var store = JooqStore.on(pool);
                assertThat(call(store)).isEqualTo("served");

                postgres.freeze();
                try {
                    assertRefusedInTime(store);
                } finally {
                    postgres.unfreeze();
                }

                assertServedWithin(Duration.ofSeconds(1), store);
            }
        }
    }

    /** The socket's limit is a third above the statement's; then no other connection can be had either. */
    private void assertRefusedInTime(JooqStore store) {
        Callable<String> caller = () -> call(store);
        long before = System.nanoTime();
        List<String> answers = ConcurrentCalls.run(Collections.nCopies(CALLERS, caller));
        var took = Duration.ofNanos(System.nanoTime() - before);

        assertThat(answers).containsOnly("unavailable");
        assertThat(took).isLessThan(STATEMENT_TIMEOUT.multipliedBy(4));
        FaultChecks.print("T28", "frozen: %d callers refused after %d ms", CALLERS,
                took.toMillis());
    }

    private void assertServedWithin(Duration limit, JooqStore store) {
        long before = System.nanoTime();
        String answer = call(store);
        while (!answer.equals("served")
                && System.nanoTime() - before < limit.multipliedBy(5).toNanos()) {
            answer = call(store);
        }
        var took = Duration.ofNanos(System.nanoTime() - before);
        assertThat(answer).isEqualTo("served");
        assertThat(took).isLessThan(limit);
        FaultChecks.print("T28", "served %d ms after it went on", took.toMillis());
    }

    private String call(JooqStore store) {
        try {
            store.change(samples.customer(), unit -> unit.ledger().wallet());
            return "served";
        } catch (StoreUnavailableException e) {
            return "unavailable";
        }
    }

    private static HikariDataSource poolTo(TestDatabase database) {
        var login = database.application();
        return new PoolSettings(database.jdbcUrl(),
                new PoolSettings.Credentials(login.user(), login.password()), null, CALLERS,
                CONNECTION_TIMEOUT, STATEMENT_TIMEOUT).open();
    }
}
