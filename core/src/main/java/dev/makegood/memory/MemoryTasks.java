package dev.makegood.memory;

import dev.makegood.task.Task;
import dev.makegood.unit.table.EventTables;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** One customer's tasks in memory. */
final class MemoryTasks {

    private final MemoryTables tables;
    private final UndoableMap<String, Task> tasks;

    MemoryTasks(MemoryTables tables) {
        this.tables = tables;
        this.tasks = tables.map();
    }

    Optional<Task> find(String kind, UUID subjectId) {
        return tasks.find(key(kind, subjectId));
    }

    /** What is added anew has the fence after the last one. */
    void put(String kind, UUID subjectId, Task task) {
        long fence = find(kind, subjectId).map(Task::fence).orElse(0L);
        tasks.put(key(kind, subjectId),
                task.fence() > 0 ? task
                        : new Task(task.customer(), kind, subjectId, task.dueAt(), 0, fence + 1));
    }

    void remove(String kind, UUID subjectId) {
        tasks.remove(key(kind, subjectId));
    }

    /** Without a unit: it was claimed, or given back. */
    void save(Task task) {
        tables.put(EventTables.TASK, EventTables.task(task));
        put(task.kind(), task.subjectId(), task);
    }

    Collection<Task> all() {
        return tasks.values();
    }

    private static String key(String kind, UUID subjectId) {
        return kind + " " + subjectId;
    }
}
