package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What screens and reports read of the ledger, outside any unit of work: durable transfers only,
 * without a lock.
 */
public interface Statements {

    /** The balances and the head of the hash chain; an empty wallet before the first transfer. */
    Wallet wallet(CustomerId customer);

    /** Every grant of which something is left, expired or not, in spending order. */
    List<GrantBalance> openGrants(CustomerId customer);

    /** A grant of this customer by the id of its transfer, open or used up. */
    Optional<GrantBalance> grant(CustomerId customer, TransferId id);

    /**
     * A customer's transfers, the newest first.
     *
     * @param before only transfers with a smaller sequence number; null for the newest
     * @param limit 1 to 100
     */
    List<StatementLine> lines(CustomerId customer, @Nullable Long before, int limit);

    /**
     * A customer's transfers, the oldest first.
     *
     * @param after only transfers with a greater sequence number; 0 for all
     * @param limit 1 to 100
     */
    List<StatementLine> linesAfter(CustomerId customer, long after, int limit);

    /** The number of the customer's last transfer before that moment; 0 if there is none. */
    long lastSequenceBefore(CustomerId customer, Instant moment);

    /** The transfer of this id, of any customer. */
    Optional<Transfer> transfer(TransferId id);

    /** How much of a capture was refunded so far, of any customer. */
    Credits refundedFrom(TransferId capture);

    /**
     * The transfers about this subject, or about a transfer about it, oldest first: a project's
     * hold, capture and refunds.
     */
    List<Transfer> transfersAbout(CustomerId customer, Subject subject);

    /**
     * A transfer, and the project or payment it goes back to, if any: a refund's is that of its
     * capture.
     */
    record StatementLine(Transfer transfer, @Nullable Subject rootSubject) {

        /** The id of the project or payment; null if it is of another kind. */
        public @Nullable UUID rootId(String kind) {
            return rootSubject != null && rootSubject.kind().equals(kind) ? rootSubject.id() : null;
        }

        /** Its effect on the available credits. */
        public long change() {
            return transfer.kind().effectOnAvailable(transfer.amount().amount());
        }
    }
}
