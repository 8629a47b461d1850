package dev.makegood;

import dev.makegood.customer.CustomerId;
import dev.makegood.task.Task;
import dev.makegood.task.TaskHandler;
import dev.makegood.task.TaskQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs tasks that are due: any number of runners on any number of servers, each attempt claimed by
 * one.
 */
public final class TaskRunner {

    /** Longer than any call a handler makes may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final TaskQueue queue;
    private final Map<String, TaskHandler> handlers;
    private final InstantSource clock;

    TaskRunner(TaskQueue queue, Map<String, TaskHandler> handlers, InstantSource clock) {
        this.queue = queue;
        this.handlers = Map.copyOf(handlers);
        this.clock = clock;
    }

    /** Claims tasks that are due; the caller carries them out at once. */
    public List<Task> claimDue(int limit) {
        return queue.due(clock.instant(), limit)
                .stream()
                .flatMap(task -> claim(task).stream())
                .toList();
    }

    /**
     * Runs what is due, one after another.
     *
     * @return how many were run
     * @throws RuntimeException the first that a handler threw, after all tasks were run
     */
    public int runDue(int limit) {
        var tasks = claimDue(limit);
        var errors = new ErrorCollector();
        tasks.forEach(task -> errors.run(() -> carryOut(task)));
        errors.throwFirst();
        return tasks.size();
    }

    /**
     * Runs this task now, due or not; answers whether it existed and no other runner had claimed
     * it.
     */
    public boolean runNow(CustomerId customer, String kind, UUID subjectId) {
        Optional<Task> claimed = queue.find(customer, kind, subjectId).flatMap(this::claim);
        claimed.ifPresent(this::carryOut);
        return claimed.isPresent();
    }

    /** Carries out a claimed task; if it throws, it is due again when its lease ends. */
    public void carryOut(Task task) {
        var handler = handlers.get(task.kind());
        if (handler == null) {
            throw new IllegalStateException(
                    "no handler for tasks of kind " + task.kind() + ": " + task);
        }
        handler.carryOut(task);
    }

    private Optional<Task> claim(Task task) {
        return queue.claim(task, clock.instant(), LEASE);
    }
}
