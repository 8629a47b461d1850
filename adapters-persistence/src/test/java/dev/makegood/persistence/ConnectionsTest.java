package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static final Duration USE = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SIZE = 2;
    private static final int CALLERS = 10;

    @Test
    void who_asks_waits_for_those_before_him_as_long_as_a_use_takes() throws Exception {
        try (var source = TestDatabases.pool(TestDatabases.empty(), SIZE, PATIENCE)) {
            var connections = new Connections(source, SIZE);
            use(connections, () -> Thread.sleep(USE));
            assertThat(connections.expectedWait()).as("nobody waits").isZero();

            var released = new CountDownLatch(1);
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLERS; i++) {
                    callers.execute(() -> use(connections, released::await));
                }
                var atLeast = USE.multipliedBy(CALLERS - SIZE).dividedBy(SIZE);
                while (connections.expectedWait().compareTo(atLeast) < 0) {
                    Thread.sleep(1);
                }
                released.countDown();
            }
            assertThat(connections.expectedWait()).isZero();
        }
    }

    @Test
    void where_it_is_not_known_how_many_there_are_no_wait_is_known() {
        try (var source = TestDatabases.pool(TestDatabases.empty(), SIZE, PATIENCE)) {
            assertThat(new Connections(source, 0).expectedWait()).isZero();
        }
    }

    private interface Wait {
        void end() throws InterruptedException;
    }

    private static void use(Connections connections, Wait wait) {
        var unused = connections.use(connection -> {
            try {
                wait.end();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return wait;
        });
    }
}
