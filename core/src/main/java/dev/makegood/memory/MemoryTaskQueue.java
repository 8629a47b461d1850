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
import java.util.function.Function;

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
        return store.withLock(() -> store.customerToRead(customer).tasks.find(kind, subjectId));
    }

    @Override
    public Optional<Task> claim(Task task, Instant now, Duration leaseFor) {
        return change(task, found -> found.fence() == task.fence()
                ? Optional.of(found.claimUntil(now.plus(leaseFor)))
                : Optional.empty());
    }

    @Override
    public boolean release(Task claimed, Instant dueAt) {
        return change(claimed, found -> Optional.of(found)
                .filter(claimed::equals)
                .map(known -> known.postponed(dueAt)))
                        .isPresent();
    }

    private Optional<Task> change(Task task, Function<Task, Optional<Task>> change) {
        return store.transact(() -> {
            var tasks = store.customerToRead(task.customer()).tasks;
            var changed = tasks.find(task.kind(), task.subjectId()).flatMap(change);
            changed.ifPresent(tasks::save);
            return changed;
        });
    }
}
