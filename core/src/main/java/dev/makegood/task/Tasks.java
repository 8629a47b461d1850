package dev.makegood.task;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What still has to be done for one customer, within one unit of work. */
public interface Tasks {

    /** Leaves a task; one of the same kind about the same thing is replaced, its tries forgotten. */
    void add(Task task);

    /** Answers the task of this kind about this thing, if one is left. */
    Optional<Task> find(String kind, UUID about);

    /** Lets a task wait until then, keeping its tries; does nothing if it is gone. */
    void postpone(Task task, Instant dueAt);

    /** Strikes out a task; does nothing if it is gone. */
    void done(String kind, UUID about);
}
