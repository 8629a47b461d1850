package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** T6: all processes of a durable PostgreSQL are killed at once, under load. */
class KilledPostgresTest {

    private static final int ROUNDS = Integer.getInteger("makegood.kills", 2);
    private static final int THREADS = 6;

    private final Samples samples = Samples.fresh();
    private final List<CustomerId> customers =
            Stream.generate(samples::customer).limit(20).toList();
    private final List<LedgerTraffic> all = new ArrayList<>();

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_half_there() {
        try (var postgres = TestPostgres.durable()) {
            var database = postgres.freshDatabase();
            TestDatabases.migrate(database);
            for (int round = 0; round < ROUNDS; round++) {
                killUnderLoad(postgres, database, round);
                postgres.restart();
                assertNothingLost(database);
            }
            assertThat(FaultChecks.acknowledged(all)).isPositive();
            FaultChecks.print("T6", "%d rounds, %d transfers acknowledged, none lost", ROUNDS,
                    FaultChecks.acknowledged(all));
        }
    }

    private void killUnderLoad(TestPostgres postgres, TestDatabase database, int round) {
        try (var pool = TestDatabases.pool(database)) {
            var store = JooqStore.on(pool);
            var parts = new ArrayList<Callable<Integer>>();
            for (int who = 0; who < THREADS; who++) {
                var traffic =
                        new LedgerTraffic(store, customers, 100L * round + who, Duration.ZERO);
                all.add(traffic);
                parts.add(() -> stepsUntilItIsGone(traffic));
            }
            parts.add(() -> {
                Thread.sleep(1_000);
                postgres.kill();
                return 0;
            });
            var steps = ConcurrentCalls.run(parts);
            assertThat(steps).hasSize(THREADS + 1);
        }
    }

    private void assertNothingLost(TestDatabase database) {
        try (var pool = TestDatabases.pool(database)) {
            FaultChecks.assertNothingLost(JooqStore.on(pool), all);
        }
    }

    private static int stepsUntilItIsGone(LedgerTraffic traffic) {
        for (int steps = 0;; steps++) {
            try {
                traffic.step();
            } catch (StoreUnavailableException e) {
                return steps;
            }
        }
    }
}
