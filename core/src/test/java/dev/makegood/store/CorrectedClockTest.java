package dev.makegood.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CorrectedClockTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TickingClock theirs = new TickingClock("2026-01-01T12:00:00Z");
    private final TickingClock ahead = new TickingClock("2026-01-01T13:00:00Z");
    private final TickingClock behind = new TickingClock("2026-01-01T11:00:00Z");

    /** How long the next questions take, on the way there and on the way back. */
    private final Queue<Duration> delays = new ArrayDeque<>();
    private boolean isAway;

    private StorageProbe probe(TickingClock... clocks) {
        return new StorageProbe() {

            @Override
            public Instant now() {
                if (isAway) {
                    throw new StoreUnavailableException("away");
                }
                var delay = delays.isEmpty() ? Duration.ZERO : delays.remove();
                pass(delay, clocks);
                var answer = theirs.instant();
                pass(delay, clocks);
                return answer;
            }

            @Override
            public void checkWritable() {
                throw new AssertionError("not asked");
            }

            @Override
            public Duration expectedUnitWait() {
                throw new AssertionError("not asked");
            }

            @Override
            public Duration expectedReadWait() {
                throw new AssertionError("not asked");
            }
        };
    }

    private void pass(Duration time, TickingClock... clocks) {
        theirs.advance(time);
        List.of(clocks).forEach(clock -> clock.advance(time));
    }

    @Test
    void servers_an_hour_apart_have_one_time() {
        var one = CorrectedClock.of(ahead, probe(ahead));
        var two = CorrectedClock.of(behind, probe(behind));

        assertThat(one.instant()).isEqualTo(theirs.instant()).isEqualTo(two.instant());
        assertThat(one.ahead()).isEqualTo(HOUR);
        assertThat(two.ahead()).isEqualTo(HOUR.negated());
        assertThat(one.isFarOff()).isTrue();
        assertThat(two.isFarOff()).isTrue();
    }

    @Test
    void a_clock_that_is_a_little_off_is_corrected_without_a_word() {
        var own = new TickingClock(theirs.instant().plusSeconds(5));
        var clock = CorrectedClock.of(own, probe(own));

        assertThat(clock.instant()).isEqualTo(theirs.instant());
        assertThat(clock.isFarOff()).isFalse();
    }

    @Test
    void a_clock_that_is_set_is_right_again_with_the_next_measurement() {
        var clock = CorrectedClock.of(ahead, probe(ahead));
        ahead.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(theirs.instant().plus(HOUR));

        clock.measure();

        assertThat(clock.instant()).isEqualTo(theirs.instant());
        assertThat(clock.ahead()).isEqualTo(HOUR.multipliedBy(2));
    }

    @Test
    void the_way_to_the_storage_is_taken_into_account() {
        delays.add(Duration.ofMillis(400));

        var clock = CorrectedClock.of(ahead, probe(ahead));

        assertThat(clock.instant()).isEqualTo(theirs.instant());
    }

    @Test
    void an_answer_that_took_long_is_asked_for_again() {
        var clock = CorrectedClock.of(behind, probe(behind));
        ahead.advance(HOUR);
        delays.addAll(List.of(Duration.ofSeconds(20), Duration.ofMillis(10)));

        clock.measure();

        assertThat(delays).isEmpty();
        assertThat(clock.instant()).isEqualTo(theirs.instant());
    }

    @Test
    void while_the_storage_is_away_the_correction_stays() {
        var clock = CorrectedClock.of(ahead, probe(ahead));
        isAway = true;

        assertThatThrownBy(clock::measure).isInstanceOf(StoreUnavailableException.class);

        assertThat(clock.instant()).isEqualTo(theirs.instant());
    }
}
