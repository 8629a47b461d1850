package dev.makegood.task;

import java.time.Duration;

/** Growing pauses between attempts: the first, doubled each time, up to a ceiling. */
public record BackOff(Duration firstPause, Duration pauseMax) {

    private static final int DOUBLINGS_MAX = 30;

    public BackOff {
        if (firstPause.isNegative() || firstPause.isZero() || pauseMax.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "the first pause must be above zero and not above the longest: " + firstPause
                            + ", " + pauseMax);
        }
    }

    /** The pause after this many attempts, from 1. */
    public Duration pauseAfter(int attempts) {
        var pause = firstPause.multipliedBy(1L << Math.clamp(attempts - 1L, 0, DOUBLINGS_MAX));
        return pause.compareTo(pauseMax) < 0 ? pause : pauseMax;
    }
}
