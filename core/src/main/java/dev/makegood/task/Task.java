package dev.makegood.task;

import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something our side still has to do, stored before it is done and repeated until it is answered.
 *
 * <p>There is at most one task of a kind for the same subject.
 *
 * @param kind what to do, for example {@code submit_project}
 * @param subjectId what it is about, for example a project's id
 * @param dueAt not before
 * @param attempts how often it was claimed
 * @param fence grows with every claim, so that two runners never claim the same attempt
 */
public record Task(CustomerId customer, String kind, UUID subjectId, Instant dueAt, int attempts,
        long fence) {

    /** A task that has not been claimed yet. */
    public static Task of(CustomerId customer, String kind, UUID subjectId, Instant dueAt) {
        return new Task(customer, kind, subjectId, dueAt, 0, 0);
    }

    /**
     * Whether the claim still keeps other runners away. When it does not, as after a suspension, nothing is begun
     * under it any more: another runner may have.
     */
    public boolean isClaimedAt(Instant now) {
        return now.isBefore(dueAt);
    }

    /** The same task, with its attempts as they are, due then. */
    public Task postponed(Instant dueThen) {
        return new Task(customer, kind, subjectId, dueThen, attempts, fence);
    }

    /** The same task claimed by a runner, due again if the runner does not finish it. */
    public Task claimUntil(Instant dueAgainAt) {
        return new Task(customer, kind, subjectId, dueAgainAt, attempts + 1, fence + 1);
    }
}
