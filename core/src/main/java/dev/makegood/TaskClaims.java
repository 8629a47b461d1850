package dev.makegood;

import dev.makegood.store.StoreUnavailableException;
import dev.makegood.task.BackOff;
import dev.makegood.task.Task;
import dev.makegood.task.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tasks that this process has claimed and not finished. What goes wrong with one gives it back, so that only a
 * process that dies leaves others to wait for the end of its lease.
 */
final class TaskClaims {

    private static final Duration PAUSE_AFTER_OUTAGE = Duration.ofSeconds(2);
    private static final BackOff PAUSE_AFTER_ERROR =
            new BackOff(PAUSE_AFTER_OUTAGE, Duration.ofMinutes(2));

    private final TaskQueue queue;
    private final InstantSource clock;
    private final Duration leaseTime;
    private final Set<Task> held = ConcurrentHashMap.newKeySet();

    /** What the storage could not take back yet, with the time it is to be due. */
    private final Map<Task, Instant> unreleased = new ConcurrentHashMap<>();

    TaskClaims(TaskQueue queue, InstantSource clock, Duration leaseTime) {
        this.queue = queue;
        this.clock = clock;
        this.leaseTime = leaseTime;
    }

    /** The task as claimed; empty if another runner was quicker, or it is gone. */
    Optional<Task> claim(Task task) {
        var now = clock.instant();
        try {
            var claimed = queue.claim(task, now, leaseTime);
            claimed.ifPresent(held::add);
            return claimed;
        } catch (RuntimeException e) {
            // Perhaps it is claimed, and only the answer was lost.
            var unused = unreleased.put(task.claimUntil(now.plus(leaseTime)), now);
            throw e;
        }
    }

    void finish(Task claimed) {
        held.remove(claimed);
    }

    /** After an outage of the storage it is due in a moment; after any other error, later with each attempt. */
    void giveBackAfter(RuntimeException error, Task claimed) {
        var pause = error instanceof StoreUnavailableException ? PAUSE_AFTER_OUTAGE
                : PAUSE_AFTER_ERROR.pauseAfter(claimed.attempts());
        held.remove(claimed);
        unreleased.put(claimed, clock.instant().plus(pause));
    }

    /** Everything, due at once: this process will finish none of it. */
    void giveBackAll() {
        for (var claimed : List.copyOf(held)) {
            held.remove(claimed);
            unreleased.put(claimed, clock.instant());
        }
        release();
    }

    /** Brings back to the storage what was given back; what it cannot take now is kept for the next call. */
    void release() {
        unreleased.forEach((claimed, dueAt) -> {
            var unused = queue.release(claimed, dueAt);
            unreleased.remove(claimed, dueAt);
        });
    }
}
