package dev.makegood.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * T24: the foundation's seven bugs and the two of payments; checks that let one pass are not done.
 */
class KnownBugsTest {

    private static final int SEEDS = 20;

    @ParameterizedTest
    @EnumSource
    void each_bug_is_caught_and_nothing_is_where_there_is_none(KnownBug bug) {
        var caught = LongStream.rangeClosed(1, SEEDS)
                .filter(seed -> isCaught(seed, bug).isPresent())
                .findFirst();

        assertThat(caught).as("a seed that catches %s", bug).isPresent();
        assertThatCode(() -> bug.runWith(caught.getAsLong(), SimulatedWorld.InjectedFaults.NONE))
                .as("the same seed without it")
                .doesNotThrowAnyException();
    }

    private static Optional<AssertionError> isCaught(long seed, KnownBug bug) {
        try {
            bug.runWith(seed, bug.faults());
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }
}
