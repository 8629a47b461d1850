package dev.makegood.explorer;

import dev.makegood.Storage;
import dev.makegood.customer.CustomerId;
import dev.makegood.task.Task;
import dev.makegood.task.TaskQueue;
import dev.makegood.testing.ForwardingStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A storage in which only some customers' tasks are due: other worlds live in it, at other times. */
final class OwnTasksStorage extends ForwardingStorage {

    private static final int TASKS_MAX = 1_000;

    private final Set<CustomerId> customers;

    OwnTasksStorage(Storage storage, Set<CustomerId> customers) {
        super(storage);
        this.customers = customers;
    }

    @Override
    public TaskQueue taskQueue() {
        var queue = super.taskQueue();
        return new TaskQueue() {

            @Override
            public List<Task> due(Instant now, int limit) {
                return queue.due(now, TASKS_MAX)
                        .stream()
                        .filter(task -> customers.contains(task.customer()))
                        .limit(limit)
                        .toList();
            }

            @Override
            public Optional<Task> find(CustomerId customer, String kind, UUID subjectId) {
                return queue.find(customer, kind, subjectId);
            }

            @Override
            public Optional<Task> claim(Task task, Instant now, Duration leaseFor) {
                return queue.claim(task, now, leaseFor);
            }

            @Override
            public boolean release(Task task, Instant dueAt) {
                return queue.release(task, dueAt);
            }
        };
    }
}
