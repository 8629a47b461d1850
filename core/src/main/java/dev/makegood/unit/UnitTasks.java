package dev.makegood.unit;

import dev.makegood.store.Microseconds;
import dev.makegood.task.Task;
import dev.makegood.task.Tasks;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * What still has to be done for one customer, as a unit sees it.
 *
 * <p>Tasks are claimed without their customer's lock, so that a storage counts their attempts and fences: what is added
 * anew has neither here.
 */
record UnitTasks(WorkingSet working) implements Tasks {

    @Override
    public void add(Task task) {
        working.put(key(task.kind(), task.subjectId()),
                Task.of(task.customer(), task.kind(), task.subjectId(), task.dueAt()));
    }

    @Override
    public void addMissing(Collection<Task> tasks) {
        working.load(tasks.stream().map(task -> key(task.kind(), task.subjectId())).toList());
        tasks.stream()
                .filter(task -> find(task.kind(), task.subjectId()).isEmpty())
                .forEach(this::add);
    }

    @Override
    public Optional<Task> find(String kind, UUID subjectId) {
        return working.find(key(kind, subjectId));
    }

    @Override
    public void postpone(Task task, Instant dueAt) {
        find(task.kind(), task.subjectId())
                .filter(known -> isUnchanged(task, known))
                .ifPresent(known -> working.put(key(known.kind(), known.subjectId()),
                        known.postponed(dueAt)));
    }

    private static boolean isUnchanged(Task task, Task known) {
        return known.fence() == task.fence()
                && Microseconds.floor(known.dueAt()).equals(Microseconds.floor(task.dueAt()));
    }

    @Override
    public void remove(String kind, UUID subjectId) {
        working.remove(key(kind, subjectId));
    }

    private static Key.OfTask key(String kind, UUID subjectId) {
        return new Key.OfTask(kind, subjectId);
    }
}
