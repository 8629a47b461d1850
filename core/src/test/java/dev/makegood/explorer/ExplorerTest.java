package dev.makegood.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T27: no order of these deeds breaks a rule, or is refused by what keeps the books. */
class ExplorerTest {

    private static final int LENGTH_OF_SOME = 6;
    private static final long SEED = Long.getLong("makegood.seed", 1);

    /** One more takes fifteen times as long: -Dmakegood.explorer.length=5. */
    private static final int LENGTH = Integer.getInteger("makegood.explorer.length", 3);

    @ParameterizedTest
    @EnumSource
    void every_order_of_deeds_adds_up(Scope scope) {
        verify(scope.inMemory().exploreAll(length(scope)));
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_between_any_two_steps_loses_nothing(Scope scope) {
        verify(scope.inMemory().exploreCrashes(length(scope) - 1));
    }

    @ParameterizedTest
    @EnumSource
    void a_longer_sequence_adds_up_with_and_without_a_crash(Scope scope) {
        verify(scope.inMemory().exploreSome(LENGTH_OF_SOME, SEED, 1_000));
    }

    /** Where there are more deeds, one fewer of them takes as long. */
    private static int length(Scope scope) {
        return scope == Scope.PAID_WORK ? LENGTH - 1 : LENGTH;
    }

    private static void verify(Explorer.Outcome outcome) {
        System.out.println("explored " + outcome.sequences() + " sequences");
        assertThat(outcome.failures()).isEmpty();
    }
}
