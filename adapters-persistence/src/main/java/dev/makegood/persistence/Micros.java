package dev.makegood.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as precise as PostgreSQL keeps them. */
final class Micros {

    private Micros() {}

    static Instant of(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    static long in(Duration duration) {
        return duration.dividedBy(ChronoUnit.MICROS.getDuration());
    }

    static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
