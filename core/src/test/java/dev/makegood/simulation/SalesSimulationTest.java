package dev.makegood.simulation;

import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * T15: notices 1 to 20 times each, in any order, some never; refunds, disputes, crashes; 100 packs
 * a seed.
 */
class SalesSimulationTest {

    private static final long SEEDS = Long.getLong("makegood.sales", 20);
    private static final long FIRST = Long.getLong("makegood.seed", 1);

    @Test
    void however_notices_arrive_each_payment_has_its_effect_once_and_loses_its_share() {
        LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .forEach(seed -> SalesSimulation.run(seed, 100, UnaryOperator.identity()));
    }
}
