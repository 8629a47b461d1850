package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.embedded.TestDatabase;
import dev.makegood.persistence.embedded.TestPostgres;
import dev.makegood.store.StoreUnavailable;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** T6: all processes of a PostgreSQL that keeps money are killed at once, under load. */
class KilledPostgresTest {

    private static final int ROUNDS = 3;
    private static final int THREADS = 6;

    private final Samples samples = Samples.fresh();
    private final List<CustomerId> customers =
            Stream.generate(samples::customer).limit(20).toList();
    private final List<Bustle> all = new ArrayList<>();

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_half_there() {
        try (var postgres = TestPostgres.durable()) {
            var database = postgres.freshDatabase();
            Databases.migrate(database);
            for (int round = 0; round < ROUNDS; round++) {
                killUnderLoad(postgres, database, round);
                postgres.restart();
                holds(database);
            }
            assertThat(Proof.acknowledged(all)).isPositive();
            Proof.say("T6", "%d rounds, %d transfers acknowledged, none lost", ROUNDS,
                    Proof.acknowledged(all));
        }
    }

    private void killUnderLoad(TestPostgres postgres, TestDatabase database, int round) {
        try (var pool = Databases.pool(database)) {
            var store = JooqStore.on(pool);
            var parts = new ArrayList<Callable<Integer>>();
            for (int who = 0; who < THREADS; who++) {
                var bustle = new Bustle(store, customers, 100L * round + who, Duration.ZERO);
                all.add(bustle);
                parts.add(() -> untilItIsGone(bustle));
            }
            parts.add(() -> {
                Thread.sleep(1_000);
                postgres.killHard();
                return 0;
            });
            var steps = Crowd.of(parts);
            assertThat(steps).hasSize(THREADS + 1);
        }
    }

    private void holds(TestDatabase database) {
        try (var pool = Databases.pool(database)) {
            Proof.holds(JooqStore.on(pool), all);
        }
    }

    private static int untilItIsGone(Bustle bustle) {
        for (int steps = 0;; steps++) {
            try {
                bustle.step();
            } catch (StoreUnavailable e) {
                return steps;
            }
        }
    }
}
