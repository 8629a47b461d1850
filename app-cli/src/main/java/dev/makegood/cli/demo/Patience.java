package dev.makegood.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Looks again and again, as somebody does who waits at a screen. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final long GLANCE_MILLIS = 50;

    private Patience() {}

    /** Looks until it is as wanted, a minute and a half at most; answers what was seen last. */
    static JsonNode until(Supplier<JsonNode> look, Predicate<JsonNode> wanted) {
        var end = Instant.now().plus(LONGEST);
        var seen = look.get();
        while (!wanted.test(seen) && Instant.now().isBefore(end)) {
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo was told to end", e);
        }
    }
}
