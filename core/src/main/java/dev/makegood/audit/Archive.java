package dev.makegood.audit;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Recorded;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Statistics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that is kept of a customer, for whoever proves that it adds up. */
public interface Archive {

    /**
     * Customers in the order of their ids.
     *
     * @param after only ids greater than this; null for the beginning
     */
    List<CustomerId> customers(@Nullable CustomerId after, int limit);

    /** Reads one customer's records as they are at one moment, whatever is written meanwhile. */
    <R> R read(CustomerId customer, Function<? super Records, R> reader);

    /** One customer's records at one moment. */
    interface Records {

        Wallet wallet();

        Statistics statistics();

        /** Every grant, used up or not. */
        List<GrantBalance> grants();

        /** How much of which capture was given back. */
        Map<TransferId, Credits> refunded();

        /** Lines in their order, those after a sequence number. */
        List<Transfer> transfers(long after, int limit);

        /** Events in their order, those after a sequence number. */
        List<Recorded> events(long after, int limit);

        /** Projects, the newest first, those after a place in that list. */
        List<Project> projects(@Nullable Place after, int limit);

        /** Requests for generations in the order of their ids, those after one. */
        List<GenerationRequest> requests(@Nullable ProjectId after, int limit);

        /** Payments in the order of their ids, those after one. */
        List<Payment> payments(@Nullable PaymentId after, int limit);

        /** Tells whether a task of this kind about this thing is left to do. */
        boolean isLeft(String task, UUID about);
    }
}
