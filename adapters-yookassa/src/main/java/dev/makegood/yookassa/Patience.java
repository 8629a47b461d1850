package dev.makegood.yookassa;

import java.time.Duration;

/** How long we wait for a connection, and for an answer from first byte sent to last one read. */
public record Patience(Duration connect, Duration answer) {

    /** Their own limit is 30 seconds: then they answer 500. */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(35));

    public Patience {
        if (!connect.isPositive() || !answer.isPositive()) {
            throw new IllegalArgumentException(
                    "patience must be positive: " + connect + ", " + answer);
        }
    }
}
