package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.customer.CustomerId;
import dev.makegood.task.Task;
import dev.makegood.task.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All customers' tasks in memory. */
record MemoryTaskQueue(InMemoryStore store) implements TaskQueue {

    @Override
    public List<Task> due(Instant now, int limit) {
        return store.withLock(() -> store.units()
                .values()
                .stream()
                .flatMap(unit -> unit.tasks.all().stream())
                .filter(task -> !task.dueAt().isAfter(now))
                .sorted(comparing(Task::dueAt))
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<Task> find(CustomerId customer, String kind, UUID subjectId) {
        return store.withLock(() -> store.unitOf(customer).tasks.find(kind, subjectId));
    }

    @Override
    public Optional<Task> claim(Task task, Instant now, Duration leaseFor) {
        return store.write(task.customer(), unit -> {
            var known = unit.tasks()
                    .find(task.kind(), task.subjectId())
                    .filter(found -> found.fence() == task.fence())
                    .map(found -> found.claimUntil(now.plus(leaseFor)));
            known.ifPresent(claimed -> store.unitOf(task.customer()).tasks.save(claimed));
            return known;
        });
    }

    @Override
    public boolean release(Task claimed, Instant dueAt) {
        return store.write(claimed.customer(), unit -> {
            var known = unit.tasks()
                    .find(claimed.kind(), claimed.subjectId())
                    .filter(claimed::equals);
            known.ifPresent(task -> unit.tasks().postpone(task, dueAt));
            return known.isPresent();
        });
    }
}
