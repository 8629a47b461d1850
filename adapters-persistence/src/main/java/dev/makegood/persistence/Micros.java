package dev.makegood.persistence;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Durations as their columns keep them: whole microseconds. */
final class Micros {

    private Micros() {}

    static long countIn(Duration duration) {
        return duration.dividedBy(ChronoUnit.MICROS.getDuration());
    }

    static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
