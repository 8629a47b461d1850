package dev.makegood;

import java.time.Duration;

/**
 * For how long what one process claims is its own. When it is over, and neither finished nor renewed, another
 * process takes over, for the first may have died.
 *
 * @param task of a task; longer than any call to a pipeline or gateway may take
 * @param events of the relay of events, which renews it while it delivers
 */
public record Leases(Duration task, Duration events) {

    public static final Leases STANDARD = new Leases(Duration.ofMinutes(2), Duration.ofSeconds(30));

    public Leases {
        validate(task);
        validate(events);
    }

    private static void validate(Duration lease) {
        if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a lease must be at least 1 s, not " + lease);
        }
    }
}
