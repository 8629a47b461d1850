package dev.makegood.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    @ParameterizedTest
    @CsvSource({"0,5", "1,5", "2,10", "3,20", "6,160", "7,300", "8,300", "2147483647,300"})
    void pauses_double_up_to_a_ceiling(int tries, long seconds) {
        var pauses = new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(5));

        assertThat(pauses.pauseAfter(tries)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void pauses_grow() {
        assertThatThrownBy(() -> new BackOff(Duration.ZERO, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackOff(Duration.ofDays(2), Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
