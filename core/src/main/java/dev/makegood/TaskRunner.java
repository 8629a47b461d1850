package dev.makegood;

import dev.makegood.customer.CustomerId;
import dev.makegood.task.Task;
import dev.makegood.task.TaskHandler;
import dev.makegood.task.TaskQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs tasks that are due: any number of runners on any number of servers, each attempt claimed by
 * one.
 */
public final class TaskRunner {

    private final TaskQueue queue;
    private final Map<String, TaskHandler> handlers;
    private final InstantSource clock;
    private final TaskClaims claims;

    TaskRunner(
            TaskQueue queue, Map<String, TaskHandler> handlers, InstantSource clock,
            Duration leaseTime) {
        this.queue = queue;
        this.handlers = Map.copyOf(handlers);
        this.clock = clock;
        this.claims = new TaskClaims(queue, clock, leaseTime);
    }

    /**
     * Claims tasks that are due; the caller carries them out at once. What was given back and could not be stored
     * then comes first.
     */
    public List<Task> claimDue(int limit) {
        claims.release();
        var claimed = new ArrayList<Task>();
        for (var task : queue.due(clock.instant(), limit)) {
            try {
                claims.claim(task).ifPresent(claimed::add);
            } catch (RuntimeException e) {
                if (claimed.isEmpty()) {
                    throw e;
                }
                // The next call meets the same error; what is claimed must not wait for it.
                break;
            }
        }
        return List.copyOf(claimed);
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
        Optional<Task> claimed = queue.find(customer, kind, subjectId).flatMap(claims::claim);
        claimed.ifPresent(this::carryOut);
        return claimed.isPresent();
    }

    /**
     * Carries out a claimed task, unless its lease has ended: then it is due again, for any runner. If it throws,
     * the task is given back, and due again after a pause.
     */
    public void carryOut(Task task) {
        try {
            if (task.isClaimedAt(clock.instant())) {
                handle(task);
            }
            claims.finish(task);
        } catch (RuntimeException e) {
            claims.giveBackAfter(e, task);
            release(e);
            throw e;
        }
    }

    /** Gives back whatever is claimed here and not finished, for another process to do at once. */
    public void giveBackAll() {
        claims.giveBackAll();
    }

    private void release(RuntimeException after) {
        try {
            claims.release();
        } catch (RuntimeException e) {
            after.addSuppressed(e);
        }
    }

    private void handle(Task task) {
        var handler = handlers.get(task.kind());
        if (handler == null) {
            throw new IllegalStateException(
                    "no handler for tasks of kind " + task.kind() + ": " + task);
        }
        handler.carryOut(task);
    }
}
