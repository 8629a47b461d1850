package dev.makegood.task;

import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something our side still has to do, stored before it is done and repeated until it is answered.
 *
 * <p>There is at most one task of a kind about the same thing.
 *
 * @param kind what to do, for example {@code submit_project}
 * @param about what it is about, for example a project's id
 * @param dueAt not before
 * @param tries how often it was claimed
 * @param fence grows with every claim, so that two runners never claim the same turn
 */
public record Task(CustomerId customer, String kind, UUID about, Instant dueAt, int tries,
        long fence) {

    /** A task nobody has claimed yet. */
    public static Task of(CustomerId customer, String kind, UUID about, Instant dueAt) {
        return new Task(customer, kind, about, dueAt, 0, 0);
    }

    /** The same task in the hands of a runner, due again if that one never comes back. */
    public Task claimedUntil(Instant again) {
        return new Task(customer, kind, about, again, tries + 1, fence + 1);
    }
}
