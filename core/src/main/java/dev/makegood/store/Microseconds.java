package dev.makegood.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Cuts times to PostgreSQL's precision before they are stored, so that what is read equals what was
 * written.
 */
public final class Microseconds {

    private Microseconds() {}

    /** The last whole microsecond, not after {@code at}. */
    public static Instant floor(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same clock, in whole microseconds. */
    public static InstantSource clock(InstantSource clock) {
        return () -> floor(clock.instant());
    }
}
