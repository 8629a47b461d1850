package dev.makegood.ledger;

import java.util.List;
import java.util.Optional;

/**
 * One customer's ledger, within one unit of work and under that customer's lock.
 *
 * <p>It keeps and answers what the rules in {@link LedgerRules} decided, and enforces them: a
 * second settlement of a hold, a balance below zero, or a sequence number used twice is refused by
 * an exception, never written. Everything that was appended earlier in the same unit is seen.
 */
public interface LedgerStore extends GrantBalances {

    /** The balances and the head of the hash chain; an empty wallet before the first transfer. */
    Wallet wallet();

    Optional<Transfer> transfer(TransferId id);

    /**
     * The capture or release that ended a hold; empty while it is open, and if there is no such
     * hold.
     */
    Optional<Transfer> settlementOf(TransferId hold);

    /** How much of a capture was refunded so far; none if there is no such capture. */
    Credits refundedFrom(TransferId capture);

    /** What clawed a purchase back or reinstated it, by the id of its grant, oldest first. */
    List<Transfer> reversalsOf(TransferId purchase);

    /** What settled debt, and what of that was reinstated, oldest first. */
    List<Transfer> debtSettlements();

    /**
     * Writes an entry: its transfers are appended, never changed; its grants, wallet and counters
     * replace what was.
     *
     * @throws IllegalStateException if the entry does not follow the wallet as it is: a bug in the
     *         caller
     */
    void append(Entry entry);
}
