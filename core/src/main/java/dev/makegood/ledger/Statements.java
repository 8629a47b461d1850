package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What screens and reports read of the ledger, outside any unit of work: durable lines only, without a lock.
 */
public interface Statements {

    /** The balances and the end of the book; an empty wallet if nothing ever happened. */
    Wallet wallet(CustomerId customer);

    /** Every grant of which something is left, expired or not, in spending order. */
    List<GrantBalance> openGrants(CustomerId customer);

    /**
     * A customer's lines, the newest first.
     *
     * @param before only lines with a smaller sequence number; null for the newest
     * @param limit 1 to 100
     */
    List<Line> lines(CustomerId customer, @Nullable Long before, int limit);

    /** Whose transfer this is, and what it says. */
    Optional<Transfer> transfer(TransferId id);

    /** How much of a capture was given back so far, whoever's it is. */
    Credits refundedFrom(TransferId capture);

    /** The lines about this, or about a line about this, oldest first: a project's hold, capture and refunds. */
    List<Transfer> about(CustomerId customer, About about);

    /** A line, and the project or payment it has to do with, if it has: a refund's is that of its capture. */
    record Line(Transfer transfer, @Nullable About subject) {}
}
