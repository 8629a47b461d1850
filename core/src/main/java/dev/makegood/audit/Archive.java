package dev.makegood.audit;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Statistics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that is stored of a customer, for the audit. */
public interface Archive {

    /**
     * Customers in the order of their ids.
     *
     * @param after only ids greater than this; null for the beginning
     */
    List<CustomerId> customers(@Nullable CustomerId after, int limit);

    /** The ends of one customer's chains, of transfers and of events. */
    record CustomerHeads(CustomerId customer, ChainHead transfers, ChainHead events) {}

    /**
     * The ends of the chains of customers, in the order of the texts of their ids.
     *
     * @param after only ids greater than this; null for the beginning
     */
    List<CustomerHeads> heads(@Nullable CustomerId after, int limit);

    /** Reads one customer's records as they are at one moment, unaffected by concurrent writes. */
    <R> R read(CustomerId customer, Function<? super CustomerRecords, R> reader);

    /**
     * The hashes of what belongs to no customer, by what events call it: {@code key …},
     * {@code operation …} and {@code hostname …}.
     */
    Map<String, Hash> sharedStates();

    /**
     * What belongs to nothing, or is missing where something else names it: rows without their
     * customer, directory rows without their project or payment and the other way round.
     *
     * @param limit at most so many of each kind
     */
    List<Violation> strays(int limit);

    /** One customer's records at one moment. */
    interface CustomerRecords {

        Wallet wallet();

        /** The end of the chain of events. */
        ChainHead eventHead();

        /**
         * The number of the event that is the base of what remains, since events before it were
         * cut; 0 if none ever were.
         */
        long baseSequence();

        Statistics statistics();

        /** Every grant, used up or not. */
        List<GrantBalance> grants();

        /** How much of each capture was refunded. */
        Map<TransferId, Credits> refundedByCapture();

        /** Transfers in their order, those after a sequence number. */
        List<Transfer> transfers(long after, int limit);

        /** Events in their order, those after a sequence number; not those that were cut. */
        List<RecordedEvent> events(long after, int limit);

        /** Projects, the newest first, those after a position in that list. */
        List<Project> projects(@Nullable ProjectCursor after, int limit);

        /** Requests for generations in the order of their ids, those after one. */
        List<GenerationRequest> requests(@Nullable ProjectId after, int limit);

        /** Payments in the order of their ids, those after one. */
        List<Payment> payments(@Nullable PaymentId after, int limit);

        /** When each refund of each payment was requested, as the history lists it, by their ids. */
        Map<UUID, Instant> refundTimes();

        /** Tells whether there is a task of this kind for this subject. */
        boolean hasTask(String kind, UUID subjectId);
    }
}
