package dev.makegood.persistence;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import dev.makegood.ledger.AccountBalances;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Wallet;
import dev.makegood.persistence.schema.tables.records.CustomerRecord;
import dev.makegood.project.Statistics;
import dev.makegood.store.Microseconds;
import java.util.Optional;

/** Where a customer's balances and figures meet the columns of {@code customer}. */
final class CustomerRow {

    private CustomerRow() {}

    /** Every column but the key, which never changes. */
    static CustomerRecord withoutKey(CustomerRecord row) {
        row.touched(true);
        return Rows.withoutKey(row);
    }

    static Wallet wallet(CustomerRecord row) {
        var balances =
                new AccountBalances(new Credits(row.getAvailable()), new Credits(row.getHeld()),
                        new Credits(row.getDebt()));
        return new Wallet(new CustomerId(row.getCustomerId()), balances, row.getLedgerSequence(),
                Hash.of(row.getChainHead()));
    }

    static void put(CustomerRecord row, Wallet wallet) {
        row.setAvailable(wallet.balances().available().amount());
        row.setHeld(wallet.balances().held().amount());
        row.setDebt(wallet.balances().debt().amount());
        row.setLedgerSequence(wallet.sequence());
        row.setChainHead(wallet.head().bytes());
    }

    static ChainHead eventHead(CustomerRecord row) {
        return new ChainHead(row.getEventSequence(), Hash.of(row.getEventHead()));
    }

    static void put(CustomerRecord row, ChainHead eventHead) {
        row.setEventSequence(eventHead.sequence());
        row.setEventHead(eventHead.hash().bytes());
    }

    static Statistics statistics(CustomerRecord row) {
        return new Statistics(row.getProjectsPending(), row.getProjectsProcessing(),
                row.getProjectsCompleted(), row.getProjectsFailed(), row.getCreditsUsed(),
                row.getCreditsRefunded());
    }

    static void put(CustomerRecord row, Statistics statistics) {
        row.setProjectsPending(statistics.pending());
        row.setProjectsProcessing(statistics.processing());
        row.setProjectsCompleted(statistics.completed());
        row.setProjectsFailed(statistics.failed());
        row.setCreditsUsed(statistics.creditsUsed());
        row.setCreditsRefunded(statistics.creditsRefunded());
    }

    /** Empty for a system account, and for customers a host manages by their id alone. */
    static Optional<Customer> customer(CustomerRecord row) {
        return row.getProvider() == null ? Optional.empty()
                : Optional.of(new Customer(new CustomerId(row.getCustomerId()),
                        new Identity(row.getProvider(), row.getSubject()), row.getCreatedAt()));
    }

    static void put(CustomerRecord row, Customer customer) {
        row.setProvider(customer.identity().provider());
        row.setSubject(customer.identity().subject());
        row.setCreatedAt(Microseconds.floor(customer.createdAt()));
    }
}
