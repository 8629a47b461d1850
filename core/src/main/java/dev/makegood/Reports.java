package dev.makegood;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventCursor;
import dev.makegood.event.RecordedEvent;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What operators read across customers, outside any unit of work: durable states only, without a
 * lock.
 */
public interface Reports {

    /**
     * The projects of all customers, the newest first.
     *
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<Project> projects(ProjectFilter filter, @Nullable ProjectCursor after, int limit);

    /**
     * The projects that were ordered before then and have not ended, the oldest first; without
     * those that wait for their payment.
     *
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<Project> openProjects(Instant before, @Nullable ProjectCursor after, int limit);

    /**
     * The payments of all customers, the newest first.
     *
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<Payment> payments(PaymentFilter filter, @Nullable PaymentCursor after, int limit);

    /**
     * Each {@code payment.quarantined}, the newest first: payments of another amount than was
     * billed, refunds that failed, reports that contradict a payment's state, and, at the system
     * accounts, notices that match no payment or have an invalid signature.
     *
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<RecordedEvent> quarantineEvents(@Nullable EventCursor after, int limit);

    /**
     * The events of all customers and of the system accounts, the newest first; of the same moment,
     * the greatest customer and sequence number first.
     *
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<RecordedEvent> newestEvents(@Nullable EventCursor after, int limit);

    /**
     * The events of all system accounts, the oldest first; of the same moment, the least account and sequence number
     * first.
     *
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<RecordedEvent> systemEvents(@Nullable EventCursor after, int limit);

    /**
     * Who last acted on each of these projects and payments: the actor of the newest event about
     * it, or about a refund of its credits, that names one. Nobody is in it of whom none does.
     *
     * @param ownerById whose each is, by its id, such as {@link Owners} says; at most 100
     */
    Map<UUID, String> lastActors(Map<UUID, CustomerId> ownerById);

    /**
     * A customer's events, the oldest first.
     *
     * @param after only events with a greater sequence number; 0 for all
     * @param limit 1 to 100
     */
    List<RecordedEvent> events(CustomerId customer, long after, int limit);
}
