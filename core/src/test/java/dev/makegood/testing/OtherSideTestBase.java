package dev.makegood.testing;

import java.time.Duration;
import java.time.Instant;

/**
 * What the contracts of remote systems start from: a clock that both sides go by.
 *
 * <p>Time is moved by {@link #pass}, never waited for.
 */
public abstract class OtherSideTestBase {

    /** For the adapter under test, and for its other side. */
    protected final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");

    /** Lets the other side do what is due by the clock. */
    protected abstract void tick();

    protected final Instant now() {
        return clock.instant();
    }

    /** Advances the clock, and lets the other side work for so long. */
    protected final void pass(Duration time) {
        clock.advance(time);
        tick();
    }
}
