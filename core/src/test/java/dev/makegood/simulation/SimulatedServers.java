package dev.makegood.simulation;

import dev.makegood.Makegood;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Two servers on one storage, whose clocks are up to an hour wrong, and are set anew now and then: back, too. */
final class SimulatedServers {

    private static final int SERVERS = 2;
    private static final Duration SKEW_MAX = Duration.ofHours(1);
    private static final int SWITCHES_PERCENT = 10;
    private static final int ADJUSTMENTS_PERCENT = 1;

    private final Dice dice;
    private final Function<InstantSource, Makegood> starter;
    private final List<WrongClock> clocks;
    private final List<Makegood> servers = new ArrayList<>();
    private int current;

    private static final class WrongClock implements InstantSource {

        private final TickingClock right;
        private Duration skew = Duration.ZERO;

        WrongClock(TickingClock right) {
            this.right = right;
        }

        @Override
        public Instant instant() {
            return right.instant().plus(skew);
        }
    }

    SimulatedServers(
            Dice dice, TickingClock clock, Function<InstantSource, Makegood> starter) {
        this.dice = dice;
        this.starter = starter;
        this.clocks = IntStream.range(0, SERVERS).mapToObj(i -> new WrongClock(clock)).toList();
        clocks.forEach(wrong -> {
            wrong.skew = anySkew();
            servers.add(starter.apply(wrong));
        });
    }

    private Duration anySkew() {
        var skew = dice.within(SKEW_MAX);
        return dice.chance(50) ? skew : skew.negated();
    }

    /** The server that is reached now. */
    Makegood current() {
        return servers.get(current);
    }

    /** What its clock says. */
    Instant now() {
        return clocks.get(current).instant();
    }

    /** The next request may reach the other server; somebody may set a clock. */
    void drift() {
        if (dice.chance(SWITCHES_PERCENT)) {
            current = (current + 1) % SERVERS;
        }
        if (dice.chance(ADJUSTMENTS_PERCENT)) {
            clocks.get(current).skew = anySkew();
        }
    }

    /** The process ended; another one takes its place. */
    void restart() {
        servers.set(current, starter.apply(clocks.get(current)));
    }

    /** All clocks are right from now on: some were set back. */
    void calmDown() {
        clocks.forEach(wrong -> wrong.skew = Duration.ZERO);
    }
}
