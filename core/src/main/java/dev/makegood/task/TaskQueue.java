package dev.makegood.task;

import dev.makegood.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tasks of all customers that are due, outside any unit of work. */
public interface TaskQueue {

    /** Answers tasks that are due, the longest due first; reading them claims nothing. */
    List<Task> due(Instant now, int limit);

    /** The task of this kind for this subject, due or not. */
    Optional<Task> find(CustomerId customer, String kind, UUID subjectId);

    /**
     * Claims one attempt of a task.
     *
     * @return the task as claimed, due again at {@code now + leaseFor}; empty if another runner
     *         claimed this attempt or the task is gone
     */
    Optional<Task> claim(Task task, Instant now, Duration leaseFor);

    /**
     * Gives a claim back before its lease ends: the task is due then, its attempts as they are.
     *
     * @return false, and nothing is changed, if the claim is not the task's any more: it was finished, postponed,
     *         added anew or claimed again
     */
    boolean release(Task claimed, Instant dueAt);
}
