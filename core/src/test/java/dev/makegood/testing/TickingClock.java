package dev.makegood.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test advances it. */
public final class TickingClock implements InstantSource {

    private volatile Instant now;

    public TickingClock(String start) {
        this(Instant.parse(start));
    }

    public TickingClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets so much time pass at once. */
    public void advance(Duration time) {
        now = now.plus(time);
    }

    /** Lets time pass until then, if it is not later already. */
    public void advanceTo(Instant then) {
        now = then.isAfter(now) ? then : now;
    }
}
