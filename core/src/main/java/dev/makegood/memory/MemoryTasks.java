package dev.makegood.memory;

import dev.makegood.task.Task;
import dev.makegood.task.Tasks;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** One customer's tasks in memory. */
final class MemoryTasks implements Tasks {

    private final Drawer<String, Task> tasks;

    MemoryTasks(Journal journal) {
        this.tasks = new Drawer<>(journal);
    }

    @Override
    public void add(Task task) {
        long fence = find(task.kind(), task.about()).map(Task::fence).orElse(0L);
        keep(new Task(task.customer(), task.kind(), task.about(), task.dueAt(), 0, fence + 1));
    }

    @Override
    public Optional<Task> find(String kind, UUID about) {
        return tasks.find(key(kind, about));
    }

    @Override
    public void postpone(Task task, Instant dueAt) {
        find(task.kind(), task.about())
                .ifPresent(known -> keep(new Task(known.customer(), known.kind(),
                        known.about(), dueAt, known.tries(), known.fence())));
    }

    @Override
    public void done(String kind, UUID about) {
        tasks.remove(key(kind, about));
    }

    void keep(Task task) {
        tasks.put(key(task.kind(), task.about()), task);
    }

    Collection<Task> all() {
        return tasks.all();
    }

    private static String key(String kind, UUID about) {
        return kind + " " + about;
    }
}
