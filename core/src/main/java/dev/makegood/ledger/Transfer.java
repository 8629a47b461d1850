package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One immutable line of a customer's ledger: an amount above zero, from one account to another.
 *
 * @param sequence counts the customer's lines from 1, without gaps
 * @param settles the hold that it ends; of a capture and a release only
 * @param parts what it took from, or gave to, which grant
 * @param after the balances once it stood
 * @param previous the hash of the line before, {@link Hash#NONE} at the first
 * @param hash over everything here and the line before
 */
public record Transfer(TransferId id, CustomerId customer, long sequence, Kind kind, Credits amount,
        @Nullable TransferId settles, List<Part> parts, About about, String reason, Instant at,
        Balances after, Hash previous, Hash hash) {

    public Transfer {
        parts = List.copyOf(parts);
        if (amount.isNone()) {
            throw new IllegalArgumentException("a transfer moves something: " + id);
        }
    }

    /** Makes the line that follows {@code wallet}'s last one. */
    static Transfer after(Wallet wallet, Draft draft, Instant at) {
        long sequence = wallet.sequence() + 1;
        var balances = wallet.balances().after(draft.kind(), draft.amount());
        var hash = Chain.hash(wallet.customer(), sequence, draft, at, balances, wallet.head());
        return new Transfer(draft.id(), wallet.customer(), sequence, draft.kind(), draft.amount(),
                draft.settles(), draft.parts(), draft.about(), draft.reason(), at, balances,
                wallet.head(), hash);
    }

    /** Tells whether the line is what it was when it was written, and follows the one before. */
    public boolean isWhole() {
        var draft = new Draft(kind, id, amount, settles, parts, about, reason);
        return Chain.hash(customer, sequence, draft, at, after, previous).equals(hash);
    }
}
