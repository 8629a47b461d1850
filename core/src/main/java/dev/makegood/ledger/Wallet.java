package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;

/** A customer's balances and the head of the hash chain that proves them. */
public record Wallet(CustomerId customer, AccountBalances balances, long sequence, Hash head) {

    /**
     * The most that is granted or refunded into a wallet, available and held together.
     *
     * <p>What was the customer's before always comes back, above it too: there is room for more
     * than nine thousand such wallets in a {@code long}.
     */
    public static final Credits CREDITS_MAX = new Credits(1_000_000_000_000_000L);

    /** The wallet of a customer without transfers. */
    public static Wallet empty(CustomerId customer) {
        return new Wallet(customer, AccountBalances.ZERO, 0, Hash.NONE);
    }

    /** How many more credits may be granted or refunded into it. */
    Credits room() {
        return CREDITS_MAX.minusOrNone(total());
    }

    /** Available and held together. */
    Credits total() {
        return balances.available().plus(balances.held());
    }

    /** The end of the chain of transfers. */
    public ChainHead chainHead() {
        return new ChainHead(sequence, head);
    }

    Wallet apply(Transfer transfer) {
        return new Wallet(customer, transfer.balancesAfter(), transfer.sequence(), transfer.hash());
    }
}
