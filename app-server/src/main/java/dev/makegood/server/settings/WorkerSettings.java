package dev.makegood.server.settings;

import java.time.Duration;

/**
 * How the server does its background work.
 *
 * @param taskConcurrency how many tasks run at the same time
 * @param shutdownTimeout how long an orderly stop may take before it is cut short
 */
public record WorkerSettings(int taskConcurrency, Duration shutdownTimeout) {

    static WorkerSettings read(SettingsReader reader) {
        return new WorkerSettings((int) reader.number("MAKEGOOD_TASK_CONCURRENCY", 1, 1_000, 16),
                reader.duration("MAKEGOOD_SHUTDOWN_TIMEOUT").orElse(Duration.ofSeconds(30)));
    }
}
