package dev.makegood.server.settings;

import dev.makegood.Leases;
import java.time.Duration;

/**
 * How the server does its background work.
 *
 * @param taskConcurrency how many tasks run at the same time
 * @param leases for how long what this server claims is its own
 * @param shutdownTimeout how long an orderly stop may take before it is cut short
 */
public record WorkerSettings(int taskConcurrency, Leases leases, Duration shutdownTimeout) {

    static final String TASK_LEASE = "MAKEGOOD_TASK_LEASE";
    private static final String EVENTS_LEASE = "MAKEGOOD_EVENTS_LEASE";
    private static final Duration LEASE_MIN = Duration.ofSeconds(1);

    static WorkerSettings read(SettingsReader reader) {
        return new WorkerSettings((int) reader.number("MAKEGOOD_TASK_CONCURRENCY", 1, 1_000, 16),
                new Leases(lease(reader, TASK_LEASE, Leases.STANDARD.task()),
                        lease(reader, EVENTS_LEASE, Leases.STANDARD.events())),
                reader.duration("MAKEGOOD_SHUTDOWN_TIMEOUT").orElse(Duration.ofSeconds(30)));
    }

    private static Duration lease(SettingsReader reader, String name, Duration standard) {
        var lease = reader.duration(name).orElse(standard);
        if (lease.compareTo(LEASE_MIN) < 0) {
            throw new InvalidSetting(name, "must be at least 1 s");
        }
        return lease;
    }

    /** A call that outlived its task's lease would be made by another server as well. */
    void checkCallTimeout(String setting, Duration callTimeout) {
        if (callTimeout.compareTo(leases.task()) >= 0) {
            throw new InvalidSetting(TASK_LEASE,
                    "must be more than " + setting + ", which is " + callTimeout.toSeconds()
                            + " s");
        }
    }
}
