package dev.makegood.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** What still has to be done for one customer, within one unit of work. */
public interface Tasks {

    /**
     * Adds a task; one of the same kind for the same subject is replaced, and its attempts start
     * over.
     */
    void add(Task task);

    /**
     * Adds those of which there is none of the same kind for the same subject, all at once; the
     * others stay as they are.
     */
    void addMissing(Collection<Task> tasks);

    /** The task of this kind for this subject, if there is one. */
    Optional<Task> find(String kind, UUID subjectId);

    /**
     * Makes a task due then, keeping its attempts; does nothing if it is gone, or is not as given any more: claimed
     * again, postponed or added anew.
     */
    void postpone(Task task, Instant dueAt);

    /** Removes a task; does nothing if it is gone. */
    void remove(String kind, UUID subjectId);
}
