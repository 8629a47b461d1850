package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CAPTURE;
import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.TRANSFER;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.SpendingOrder;
import dev.makegood.ledger.Statements;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What screens read of the ledger. */
record JooqStatements(Transactions transactions) implements Statements {

    @Override
    public Wallet wallet(CustomerId customer) {
        return transactions.single(dsl -> wallet(dsl, customer));
    }

    static Wallet wallet(DSLContext dsl, CustomerId customer) {
        return dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional(HeadRow::wallet)
                .orElseGet(() -> Wallet.empty(customer));
    }

    @Override
    public List<GrantBalance> openGrants(CustomerId customer) {
        return transactions.single(dsl -> dsl.selectFrom(CREDIT_GRANT)
                .where(CREDIT_GRANT.CUSTOMER_ID.eq(customer.value()))
                .and(CREDIT_GRANT.IS_OPEN)
                .fetch(GrantRow::read))
                .stream()
                .sorted(SpendingOrder.OF_GRANTS)
                .toList();
    }

    @Override
    public List<Line> lines(CustomerId customer, @Nullable Long before, int limit) {
        return transactions.single(dsl -> {
            var lines = dsl.selectFrom(TRANSFER)
                    .where(TRANSFER.CUSTOMER_ID.eq(customer.value()))
                    .and(before == null ? DSL.noCondition() : TRANSFER.SEQUENCE.lt(before))
                    .orderBy(TRANSFER.SEQUENCE.desc())
                    .limit(limit)
                    .fetch(TransferRow::read);
            var subjects = Subjects.of(dsl, customer, lines);
            return lines.stream().map(line -> new Line(line, subjects.of(line.about()))).toList();
        });
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return transactions.single(dsl -> Dialect.crossing(dsl)
                .selectFrom(TRANSFER)
                .where(TRANSFER.ID.eq(id.value()))
                .limit(1)
                .fetchOptional(TransferRow::read));
    }

    @Override
    public Credits refundedFrom(TransferId capture) {
        var owner = transfer(capture).map(Transfer::customer);
        return owner.flatMap(customer -> transactions.single(dsl -> dsl.select(CAPTURE.REFUNDED)
                .from(CAPTURE)
                .where(CAPTURE.CUSTOMER_ID.eq(customer.value()))
                .and(CAPTURE.ID.eq(capture.value()))
                .fetchOptional(CAPTURE.REFUNDED)))
                .map(Credits::new)
                .orElse(Credits.NONE);
    }

    @Override
    public List<Transfer> about(CustomerId customer, About about) {
        return transactions.single(dsl -> Subjects.linesAbout(dsl, customer, about));
    }
}
