package dev.makegood.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A server's clock, corrected by the storage's, so that all servers on one storage have one time
 * for deadlines, leases and signatures. It is as right as the last {@link #measure()}: call it
 * every half minute.
 */
public final class CorrectedClock implements InstantSource {

    /** A server's own clock that is further off wants setting. */
    public static final Duration OFF_MAX = Duration.ofSeconds(5);

    private static final Duration ROUND_TRIP_MAX = Duration.ofSeconds(1);
    private static final int TRIES_MAX = 3;

    private final InstantSource own;
    private final StorageProbe probe;
    private volatile Duration correction = Duration.ZERO;

    private CorrectedClock(InstantSource own, StorageProbe probe) {
        this.own = own;
        this.probe = probe;
    }

    /**
     * Measures at once.
     *
     * @throws StoreUnavailableException if the storage cannot be reached
     */
    public static CorrectedClock of(InstantSource own, StorageProbe probe) {
        var clock = new CorrectedClock(own, probe);
        clock.measure();
        return clock;
    }

    @Override
    public Instant instant() {
        return own.instant().plus(correction);
    }

    /**
     * Compares the clocks again. An answer that took longer than a second says little about the
     * time, and is not believed.
     *
     * @throws StoreUnavailableException if the storage cannot be reached; the correction stays
     */
    public void measure() {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            var before = own.instant();
            var theirs = probe.now();
            var roundTrip = Duration.between(before, own.instant());
            if (!roundTrip.isNegative() && roundTrip.compareTo(ROUND_TRIP_MAX) <= 0) {
                correction = Duration.between(before.plus(roundTrip.dividedBy(2)), theirs);
                return;
            }
        }
    }

    /** How far the server's own clock is ahead of the storage's; negative if it is behind. */
    public Duration ahead() {
        return correction.negated();
    }

    /** Whether the server's own clock wants setting. */
    public boolean isFarOff() {
        return correction.abs().compareTo(OFF_MAX) > 0;
    }
}
