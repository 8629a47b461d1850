package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.Samples;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class CustomerQueueTest {

    private final CustomerQueue queue = CustomerQueue.of(3, Duration.ofMillis(50));
    private final Samples samples = Samples.fresh();
    private final CustomerId ada = samples.customer();
    private final CustomerId bob = samples.customer();

    @Test
    void units_of_one_customer_run_one_after_another() {
        var patient = CustomerQueue.of(30, Duration.ofSeconds(30));
        var running = new AtomicInteger();

        var most = ConcurrentCalls.run(16, who -> patient.run(ada, () -> {
            int now = running.incrementAndGet();
            LockSupport.parkNanos(10_000);
            running.decrementAndGet();
            return now;
        }));

        assertThat(most).hasSize(16).containsOnly(1);
        assertThat(patient.turns()).as("nobody is remembered").isEmpty();
    }

    @Test
    void units_of_another_customer_do_not_wait() {
        String answer = queue.run(ada, () -> queue.run(bob, () -> "both"));

        assertThat(answer).isEqualTo("both");
    }

    @Test
    void one_that_waits_too_long_is_refused() {
        assertThatThrownBy(() -> queue.run(ada, () -> queue.run(ada, () -> "never")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("took longer");

        assertThat(queue.<String>run(ada, () -> "next")).isEqualTo("next");
        assertThat(queue.turns()).isEmpty();
    }

    @Test
    void one_more_than_may_wait_is_refused_at_once() {
        var full = CustomerQueue.of(0, Duration.ofMinutes(9));

        assertThatThrownBy(() -> full.run(ada, () -> full.run(ada, () -> "never")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("wait already");
        assertThat(full.turns()).isEmpty();
    }

    @Test
    void a_unit_that_throws_lets_the_next_one_on() {
        assertThatThrownBy(() -> queue.run(ada, () -> {
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");

        assertThat(queue.<String>run(ada, () -> "next")).isEqualTo("next");
    }
}
