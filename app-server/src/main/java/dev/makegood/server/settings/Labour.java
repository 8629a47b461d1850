package dev.makegood.server.settings;

import java.time.Duration;

/**
 * How the server works behind its answers.
 *
 * @param tasksAtOnce how many tasks run at the same time
 * @param stopWithin how long an orderly stop may take before it is cut short
 */
public record Labour(int tasksAtOnce, Duration stopWithin) {

    static Labour read(Reading reading) {
        return new Labour((int) reading.number("MAKEGOOD_TASKS_AT_ONCE", 1, 1_000, 16),
                reading.duration("MAKEGOOD_STOP_WITHIN").orElse(Duration.ofSeconds(30)));
    }
}
