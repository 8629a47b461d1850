package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;

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
import dev.makegood.unit.Head;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;

/** Where a customer's balances and figures meet the columns of {@code customer}. */
final class CustomerRow {

    /** All that units change; the base of what remains is moved by whoever cuts events. */
    static final List<Field<?>> CHANGING = Stream.of(CUSTOMER.fields())
            .filter(column -> !column.equals(CUSTOMER.CUSTOMER_ID)
                    && !column.equals(CUSTOMER.BASE_SEQUENCE))
            .toList();

    private CustomerRow() {}

    static CustomerRecord of(Head head) {
        var row = new CustomerRecord();
        row.setCustomerId(head.customerId().value());
        put(row, head.wallet());
        put(row, head.events());
        row.setLastAt(head.lastAt());
        put(row, head.statistics());
        if (head.customer() != null) {
            put(row, head.customer());
        }
        return row;
    }

    static Head read(CustomerRecord row) {
        return new Head(wallet(row), statistics(row), eventHead(row), row.getLastAt(),
                customer(row).orElse(null));
    }

    static Wallet wallet(CustomerRecord row) {
        var balances =
                new AccountBalances(new Credits(row.getAvailable()), new Credits(row.getHeld()),
                        new Credits(row.getDebt()));
        return new Wallet(new CustomerId(row.getCustomerId()), balances, row.getLedgerSequence(),
                Hash.of(row.getChainHead()));
    }

    private static void put(CustomerRecord row, Wallet wallet) {
        row.setAvailable(wallet.balances().available().amount());
        row.setHeld(wallet.balances().held().amount());
        row.setDebt(wallet.balances().debt().amount());
        row.setLedgerSequence(wallet.sequence());
        row.setChainHead(wallet.head().bytes());
    }

    static ChainHead eventHead(CustomerRecord row) {
        return new ChainHead(row.getEventSequence(), Hash.of(row.getEventHead()));
    }

    private static void put(CustomerRecord row, ChainHead eventHead) {
        row.setEventSequence(eventHead.sequence());
        row.setEventHead(eventHead.hash().bytes());
    }

    static Statistics statistics(CustomerRecord row) {
        return new Statistics(row.getProjectsPending(), row.getProjectsProcessing(),
                row.getProjectsCompleted(), row.getProjectsFailed(), row.getCreditsUsed(),
                row.getCreditsRefunded());
    }

    private static void put(CustomerRecord row, Statistics statistics) {
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

    private static void put(CustomerRecord row, Customer customer) {
        row.setProvider(customer.identity().provider());
        row.setSubject(customer.identity().subject());
        row.setCreatedAt(Microseconds.floor(customer.createdAt()));
    }
}
