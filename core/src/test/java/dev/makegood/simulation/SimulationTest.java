package dev.makegood.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T1 and T28: 1,000 seeds of 500 steps, by servers whose clocks are wrong; {@code -Dmakegood.seeds=200000} for a long night. */
class SimulationTest {

    private static final int STEPS = 500;
    private static final long SEEDS = Long.getLong("makegood.seeds", 1_000);
    private static final long FIRST = Long.getLong("makegood.seed", 1);

    @Test
    void whatever_happens_everything_adds_up_and_ends() {
        LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .forEach(seed -> Simulation.run(seed, STEPS, SimulatedWorld.InjectedFaults.NONE));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 17_605})
    void a_seed_replays_to_the_same_events(long seed) {
        assertThat(Simulation.run(seed, STEPS, SimulatedWorld.InjectedFaults.NONE))
                .isEqualTo(Simulation.run(seed, STEPS, SimulatedWorld.InjectedFaults.NONE))
                .isNotEqualTo(Simulation.run(seed + 1, STEPS, SimulatedWorld.InjectedFaults.NONE));
    }
}
