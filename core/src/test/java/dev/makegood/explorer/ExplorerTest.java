package dev.makegood.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** T27: no order of these deeds breaks a rule, or is refused by what keeps the books. */
class ExplorerTest {

    /** One more and it takes fifteen times as long: -Dmakegood.explorer.length=5. */
    private static final int LENGTH = Integer.getInteger("makegood.explorer.length", 4);
    private static final int STEPS_MAX = 6;

    @Test
    void every_order_of_deeds_on_a_project_adds_up() {
        verify(new Explorer<>(ProjectWorld::new, ProjectWorld.DEEDS).exploreAll(LENGTH));
    }

    @Test
    void every_order_of_deeds_on_a_wallet_adds_up() {
        verify(new Explorer<>(WalletWorld::new, WalletWorld.DEEDS).exploreAll(LENGTH));
    }

    @Test
    void a_crash_between_any_two_steps_of_a_project_loses_nothing() {
        verify(new Explorer<>(ProjectWorld::new, ProjectWorld.DEEDS)
                .exploreCrashes(LENGTH - 2, STEPS_MAX));
    }

    @Test
    void a_crash_between_any_two_steps_of_a_wallet_loses_nothing() {
        verify(new Explorer<>(WalletWorld::new, WalletWorld.DEEDS)
                .exploreCrashes(LENGTH - 2, STEPS_MAX));
    }

    private static void verify(Explorer.Outcome outcome) {
        System.out.println("explored " + outcome.sequences() + " sequences");
        assertThat(outcome.failures()).isEmpty();
    }
}
