package dev.makegood.audit;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.hash.ChainHead;
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

    /** Reads one customer's records as they are at one moment, unaffected by concurrent writes. */
    <R> R read(CustomerId customer, Function<? super CustomerRecords, R> reader);

    /** One customer's records at one moment. */
    interface CustomerRecords {

        Wallet wallet();

        /** The end of the chain of events. */
        ChainHead eventHead();

        Statistics statistics();

        /** Every grant, used up or not. */
        List<GrantBalance> grants();

        /** How much of each capture was refunded. */
        Map<TransferId, Credits> refundedByCapture();

        /** Transfers in their order, those after a sequence number. */
        List<Transfer> transfers(long after, int limit);

        /** Events in their order, those after a sequence number. */
        List<RecordedEvent> events(long after, int limit);

        /** Projects, the newest first, those after a position in that list. */
        List<Project> projects(@Nullable ProjectCursor after, int limit);

        /** Requests for generations in the order of their ids, those after one. */
        List<GenerationRequest> requests(@Nullable ProjectId after, int limit);

        /** Payments in the order of their ids, those after one. */
        List<Payment> payments(@Nullable PaymentId after, int limit);

        /** Tells whether there is a task of this kind for this subject. */
        boolean hasTask(String kind, UUID subjectId);
    }
}
