package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import dev.makegood.hash.Hash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One immutable line of a customer's ledger: an amount above zero, from one account to another.
 *
 * @param sequence counts the customer's transfers from 1, without gaps
 * @param settles the hold that it ends; of a capture and a release only
 * @param parts what it took from, or added to, which grant
 * @param balancesAfter the balances once it was posted
 * @param previousHash the hash of the transfer before, {@link Hash#NONE} at the first
 * @param hash over everything here, the previous hash included
 */
public record Transfer(TransferId id, CustomerId customer, long sequence, TransferKind kind,
        Credits amount, @Nullable TransferId settles, List<Part> parts, Subject subject,
        String reason, Instant at, AccountBalances balancesAfter, Hash previousHash, Hash hash) {

    public Transfer {
        parts = List.copyOf(parts);
        if (amount.isNone()) {
            throw new IllegalArgumentException("a transfer needs at least 1 credit: " + id);
        }
    }

    /** Makes the transfer that follows {@code wallet}'s last one. */
    static Transfer following(Wallet wallet, TransferDraft draft, Instant at) {
        long sequence = wallet.sequence() + 1;
        var balances = wallet.balances().apply(draft.kind(), draft.amount());
        var hash = HashChain.hash(wallet.customer(), sequence, draft, at, balances, wallet.head());
        return new Transfer(draft.id(), wallet.customer(), sequence, draft.kind(), draft.amount(),
                draft.settles(), draft.parts(), draft.subject(), draft.reason(), at, balances,
                wallet.head(), hash);
    }

    /**
     * Tells whether the hash is that of these fields: false if one was changed after it was
     * written.
     */
    public boolean hasValidHash() {
        var draft = new TransferDraft(kind, id, amount, settles, parts, subject, reason);
        return HashChain.hash(customer, sequence, draft, at, balancesAfter, previousHash)
                .equals(hash);
    }
}
