package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CAPTURE;
import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.TRANSFER;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.SpendingOrder;
import dev.makegood.ledger.Statements;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What screens read of the ledger. */
record JooqStatements(Transactions transactions) implements Statements {

    @Override
    public Wallet wallet(CustomerId customer) {
        return transactions.execute(dsl -> wallet(dsl, customer));
    }

    static Wallet wallet(DSLContext dsl, CustomerId customer) {
        return dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional(CustomerRow::wallet)
                .orElseGet(() -> Wallet.empty(customer));
    }

    @Override
    public List<GrantBalance> openGrants(CustomerId customer) {
        return transactions.execute(dsl -> dsl.selectFrom(CREDIT_GRANT)
                .where(CREDIT_GRANT.CUSTOMER_ID.eq(customer.value()))
                .and(CREDIT_GRANT.IS_OPEN)
                .fetch(GrantRow::read))
                .stream()
                .sorted(SpendingOrder.OF_GRANTS)
                .toList();
    }

    @Override
    public Optional<GrantBalance> grant(CustomerId customer, TransferId id) {
        return transactions.execute(dsl -> dsl.selectFrom(CREDIT_GRANT)
                .where(CREDIT_GRANT.CUSTOMER_ID.eq(customer.value()))
                .and(CREDIT_GRANT.ID.eq(id.value()))
                .fetchOptional(GrantRow::read));
    }

    @Override
    public List<StatementLine> lines(CustomerId customer, @Nullable Long before, int limit) {
        return transactions.execute(dsl -> lines(dsl, customer,
                before == null ? DSL.noCondition() : TRANSFER.SEQUENCE.lt(before),
                TRANSFER.SEQUENCE.desc(), limit));
    }

    @Override
    public List<StatementLine> linesAfter(CustomerId customer, long after, int limit) {
        return transactions.execute(dsl -> lines(dsl, customer, TRANSFER.SEQUENCE.gt(after),
                TRANSFER.SEQUENCE.asc(), limit));
    }

    private static List<StatementLine> lines(
            DSLContext dsl, CustomerId customer, Condition wanted, SortField<Long> order,
            int limit) {
        var lines = dsl.selectFrom(TRANSFER)
                .where(TRANSFER.CUSTOMER_ID.eq(customer.value()))
                .and(wanted)
                .orderBy(order)
                .limit(limit)
                .fetch(TransferRow::read);
        var rootSubjects = RootSubjects.of(dsl, customer, lines);
        return lines.stream()
                .map(transfer -> new StatementLine(transfer, rootSubjects.of(transfer.subject())))
                .toList();
    }

    /** Read from the end: a customer's time never runs back. */
    @Override
    public long lastSequenceBefore(CustomerId customer, Instant moment) {
        return transactions.execute(dsl -> dsl.select(TRANSFER.SEQUENCE)
                .from(TRANSFER)
                .where(TRANSFER.CUSTOMER_ID.eq(customer.value()))
                .and(TRANSFER.WRITTEN_AT.lt(moment))
                .orderBy(TRANSFER.SEQUENCE.desc())
                .limit(1)
                .fetchOptional(TRANSFER.SEQUENCE)
                .orElse(0L));
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .selectFrom(TRANSFER)
                .where(TRANSFER.ID.eq(id.value()))
                .limit(1)
                .fetchOptional(TransferRow::read));
    }

    @Override
    public Credits refundedFrom(TransferId capture) {
        var owner = transfer(capture).map(Transfer::customer);
        return owner.flatMap(customer -> transactions.execute(dsl -> dsl.select(CAPTURE.REFUNDED)
                .from(CAPTURE)
                .where(CAPTURE.CUSTOMER_ID.eq(customer.value()))
                .and(CAPTURE.ID.eq(capture.value()))
                .fetchOptional(CAPTURE.REFUNDED)))
                .map(Credits::new)
                .orElse(Credits.NONE);
    }

    @Override
    public List<Transfer> transfersAbout(CustomerId customer, Subject subject) {
        return transactions.execute(dsl -> RootSubjects.transfersAbout(dsl, customer, subject));
    }
}
