package dev.makegood.memory;

import dev.makegood.memory.table.EventTables;
import dev.makegood.task.Task;
import dev.makegood.task.Tasks;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** One customer's tasks in memory. */
final class MemoryTasks implements Tasks {

    private final UndoableMap<String, Task> tasks;

    MemoryTasks(MemoryTables tables) {
        this.tasks = tables.map(EventTables.TASK, EventTables::task);
    }

    @Override
    public void add(Task task) {
        long fence = find(task.kind(), task.subjectId()).map(Task::fence).orElse(0L);
        save(new Task(task.customer(), task.kind(), task.subjectId(), task.dueAt(), 0, fence + 1));
    }

    @Override
    public void addMissing(Collection<Task> missing) {
        missing.stream()
                .filter(task -> find(task.kind(), task.subjectId()).isEmpty())
                .forEach(this::add);
    }

    @Override
    public Optional<Task> find(String kind, UUID subjectId) {
        return tasks.find(key(kind, subjectId));
    }

    @Override
    public void postpone(Task task, Instant dueAt) {
        find(task.kind(), task.subjectId())
                .filter(task::equals)
                .ifPresent(known -> save(new Task(known.customer(), known.kind(), known.subjectId(),
                        dueAt, known.attempts(), known.fence())));
    }

    @Override
    public void remove(String kind, UUID subjectId) {
        tasks.remove(key(kind, subjectId));
    }

    void save(Task task) {
        tasks.put(key(task.kind(), task.subjectId()), task);
    }

    Collection<Task> all() {
        return tasks.values();
    }

    private static String key(String kind, UUID subjectId) {
        return kind + " " + subjectId;
    }
}
