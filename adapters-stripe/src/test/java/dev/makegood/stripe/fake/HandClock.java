package dev.makegood.stripe.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved by hand. */
public final class HandClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void forward(Duration time) {
        now = now.plus(time);
    }
}
