package dev.makegood.unit;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.ChainHead;
import dev.makegood.ledger.Wallet;
import dev.makegood.project.Statistics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What changes with nearly every unit of a customer: balances, the ends of both chains, and figures.
 *
 * @param events the end of the chain of events
 * @param lastAt when the newest of them happened; the epoch, if there is none
 * @param customer the customer's identity; null for a system account, and for those a host manages by their id alone
 */
public record Head(Wallet wallet, Statistics statistics, ChainHead events, Instant lastAt,
        @Nullable Customer customer) {

    /** The head of a customer of whom nothing is stored. */
    public static Head empty(CustomerId customer) {
        return new Head(Wallet.empty(customer), Statistics.NONE, ChainHead.NONE, Instant.EPOCH,
                null);
    }

    public CustomerId customerId() {
        return wallet.customer();
    }

    Head with(Wallet newWallet) {
        return new Head(newWallet, statistics, events, lastAt, customer);
    }

    Head with(Statistics newStatistics) {
        return new Head(wallet, newStatistics, events, lastAt, customer);
    }

    Head with(Customer newCustomer) {
        return new Head(wallet, statistics, events, lastAt, newCustomer);
    }

    /** A customer's time never runs back. */
    Head with(RecordedEvent event) {
        var at = event.at().isAfter(lastAt) ? event.at() : lastAt;
        return new Head(wallet, statistics, event.head(), at, customer);
    }
}
