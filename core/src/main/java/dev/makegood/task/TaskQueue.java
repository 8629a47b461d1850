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

    /** Answers the task of this kind about this thing, due or not. */
    Optional<Task> find(CustomerId customer, String kind, UUID about);

    /**
     * Claims one turn of a task.
     *
     * @return the task as claimed, due again at {@code now + leaseFor}; empty if somebody else claimed this turn
     *         or the task is gone
     */
    Optional<Task> claim(Task task, Instant now, Duration leaseFor);
}
