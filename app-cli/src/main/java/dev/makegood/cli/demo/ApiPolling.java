package dev.makegood.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Reads again and again until something is done. */
final class ApiPolling {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final long INTERVAL_MILLIS = 50;

    private ApiPolling() {}

    /** Reads until it is done, a minute and a half at most; returns what was read last. */
    static JsonNode until(Supplier<JsonNode> read, Predicate<JsonNode> isDone) {
        var end = Instant.now().plus(TIMEOUT);
        var latest = read.get();
        while (!isDone.test(latest) && Instant.now().isBefore(end)) {
            pause();
            latest = read.get();
        }
        return latest;
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo is ending", e);
        }
    }
}
