package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;

/** A customer's credits and the end of the book that proves them. */
public record Wallet(CustomerId customer, Balances balances, long sequence, Hash head) {

    /** The wallet of a customer nothing ever happened to. */
    public static Wallet empty(CustomerId customer) {
        return new Wallet(customer, Balances.ZERO, 0, Hash.NONE);
    }

    Wallet then(Transfer transfer) {
        return new Wallet(customer, transfer.after(), transfer.sequence(), transfer.hash());
    }
}
