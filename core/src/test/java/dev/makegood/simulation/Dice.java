package dev.makegood.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** All chance in a simulation. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One of 0 to {@code most}. */
    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    /** One of {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + upTo(most - least);
    }

    <T> T oneOf(List<T> all) {
        return all.get(upTo(all.size() - 1));
    }

    /** A span of time, in whole milliseconds. */
    Duration within(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }
}
