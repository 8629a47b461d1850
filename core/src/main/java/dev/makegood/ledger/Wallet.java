package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import dev.makegood.hash.Hash;

/** A customer's balances and the head of the hash chain that proves them. */
public record Wallet(CustomerId customer, AccountBalances balances, long sequence, Hash head) {

    /** The wallet of a customer without transfers. */
    public static Wallet empty(CustomerId customer) {
        return new Wallet(customer, AccountBalances.ZERO, 0, Hash.NONE);
    }

    Wallet apply(Transfer transfer) {
        return new Wallet(customer, transfer.balancesAfter(), transfer.sequence(), transfer.hash());
    }
}
