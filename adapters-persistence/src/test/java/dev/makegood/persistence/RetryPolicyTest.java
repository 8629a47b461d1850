package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.store.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    private final RetryPolicy retryPolicy = new RetryPolicy(4, Duration.ofMinutes(1), () -> 1);
    private final AtomicInteger runs = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "57P01", "57P02", "57P03", "57P05", "25P03",
            "25P04", "08006", "08003"})
    void what_the_database_asks_to_retry_is_retried(String state) {
        assertThat(retryPolicy.run(failing(state, 3))).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "08006"})
    void after_the_last_attempt_it_fails_with_the_state(String state) {
        assertThatThrownBy(() -> retryPolicy.run(failing(state, 99)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(state)
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(runs).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "53300", "57014", "25006", "58030"})
    void what_will_not_be_better_at_once_is_not_tried_again(String state) {
        assertThatThrownBy(() -> retryPolicy.run(failing(state, 99)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(runs).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "42501", "22001", "25P02", "XX001"})
    void what_is_our_own_bug_stays_what_it_is(String state) {
        assertThatThrownBy(() -> retryPolicy.run(failing(state, 99)))
                .isExactlyInstanceOf(DataAccessException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void when_the_time_is_over_it_is_not_retried_however_few_attempts_there_were() {
        var withoutTime = new RetryPolicy(4, Duration.ZERO, () -> 1);

        assertThatThrownBy(() -> withoutTime.run(failing("40001", 99)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_unit_whose_row_was_changed_without_the_lock_is_run_again() {
        assertThat(retryPolicy.run(() -> {
            if (runs.incrementAndGet() < 2) {
                throw new StaleUnit("changed without the lock");
            }
            return runs.get();
        })).isEqualTo(2);
    }

    private Supplier<Integer> failing(String state, int times) {
        return () -> {
            if (runs.incrementAndGet() <= times) {
                throw new DataAccessException("failed", new SQLException("on purpose", state));
            }
            return runs.get();
        };
    }
}
