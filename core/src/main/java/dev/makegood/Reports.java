package dev.makegood;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventPlace;
import dev.makegood.event.Recorded;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentPlace;
import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators read across customers, outside any unit of work: durable states only, without a lock. */
public interface Reports {

    /**
     * Everybody's projects, the newest first.
     *
     * @param statuses only these; all if there are none
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<Project> projects(Set<ProjectStatus> statuses, @Nullable Place after, int limit);

    /**
     * Everybody's payments, the newest bill first.
     *
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<Payment> payments(PaymentFilter filter, @Nullable PaymentPlace after, int limit);

    /**
     * Each {@code payment.quarantined}, the newest first: money that was paid otherwise than billed or could not be
     * given back, what contradicts what we know of a payment, and, at the house customer, notices that nobody could
     * place or believe.
     *
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<Recorded> quarantined(@Nullable EventPlace after, int limit);

    /**
     * A customer's events, the oldest first.
     *
     * @param after only events with a greater sequence number; 0 for all
     * @param limit 1 to 100
     */
    List<Recorded> events(CustomerId customer, long after, int limit);
}
