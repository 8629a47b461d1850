package dev.makegood.task;

import java.time.Duration;

/** Growing pauses between tries: the first, doubled each time, up to a ceiling. */
public record BackOff(Duration first, Duration most) {

    private static final int DOUBLINGS_MAX = 30;

    public BackOff {
        if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses cannot grow from " + first + " to " + most);
        }
    }

    /** The pause after so many tries, from 1. */
    public Duration after(int tries) {
        var pause = first.multipliedBy(1L << Math.clamp(tries - 1L, 0, DOUBLINGS_MAX));
        return pause.compareTo(most) < 0 ? pause : most;
    }
}
