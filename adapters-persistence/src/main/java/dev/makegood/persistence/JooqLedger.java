package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CAPTURE;
import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.TRANSFER;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** One customer's ledger, in a unit. */
final class JooqLedger implements LedgerStore {

    private final DSLContext dsl;
    private final Head head;

    JooqLedger(DSLContext dsl, Head head) {
        this.dsl = dsl;
        this.head = head;
    }

    @Override
    public Wallet wallet() {
        return head.wallet();
    }

    @Override
    public List<GrantBalance> openGrants() {
        return dsl.selectFrom(CREDIT_GRANT)
                .where(CREDIT_GRANT.CUSTOMER_ID.eq(head.customer().value()))
                .and(CREDIT_GRANT.IS_OPEN)
                .fetch(GrantRow::read);
    }

    @Override
    public Optional<GrantBalance> grant(TransferId id) {
        return dsl.selectFrom(CREDIT_GRANT)
                .where(CREDIT_GRANT.CUSTOMER_ID.eq(head.customer().value()))
                .and(CREDIT_GRANT.ID.eq(id.value()))
                .fetchOptional(GrantRow::read);
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return line(TRANSFER.ID.eq(id.value()));
    }

    @Override
    public Optional<Transfer> settlementOf(TransferId hold) {
        return line(TRANSFER.SETTLES.eq(hold.value()));
    }

    private Optional<Transfer> line(Condition which) {
        return dsl.selectFrom(TRANSFER)
                .where(TRANSFER.CUSTOMER_ID.eq(head.customer().value()))
                .and(which)
                .fetchOptional(TransferRow::read);
    }

    @Override
    public Credits refundedFrom(TransferId capture) {
        return dsl.select(CAPTURE.REFUNDED)
                .from(CAPTURE)
                .where(CAPTURE.CUSTOMER_ID.eq(head.customer().value()))
                .and(CAPTURE.ID.eq(capture.value()))
                .fetchOptional(CAPTURE.REFUNDED)
                .map(Credits::new)
                .orElse(Credits.NONE);
    }

    @Override
    public void append(Entry entry) {
        checkThatItFollows(entry);
        head.written();
        try {
            write(entry.transfers());
            keep(entry.grants());
            entry.refunded().forEach(this::refunded);
        } catch (DataAccessException e) {
            throw Troubles.isRefusedByTheDatabase(e)
                    ? new IllegalStateException("does not follow " + wallet() + ": " + entry, e)
                    : e;
        }
        head.wallet(entry.wallet());
    }

    private void checkThatItFollows(Entry entry) {
        var before = wallet();
        for (var line : entry.transfers()) {
            if (line.sequence() != before.sequence() + 1
                    || !line.previous().equals(before.head())) {
                throw new IllegalStateException("does not follow " + before + ": " + line);
            }
            before = new Wallet(line.customer(), line.after(), line.sequence(), line.hash());
        }
        if (!before.equals(entry.wallet())) {
            throw new IllegalStateException("not what the lines leave: " + entry.wallet());
        }
    }

    private void write(List<Transfer> lines) {
        dsl.insertInto(TRANSFER, TRANSFER.fields())
                .valuesOfRecords(lines.stream().map(TransferRow::of).toList())
                .execute();
    }

    private void keep(List<GrantBalance> grants) {
        if (!grants.isEmpty()) {
            var rows = grants.stream().map(grant -> GrantRow.of(head.customer(), grant)).toList();
            dsl.insertInto(CREDIT_GRANT, CREDIT_GRANT.fields())
                    .valuesOfRecords(rows)
                    .onConflict(CREDIT_GRANT.CUSTOMER_ID, CREDIT_GRANT.ID)
                    .doUpdate()
                    .setNonPrimaryKeyToExcluded()
                    .execute();
        }
    }

    private void refunded(TransferId capture, Credits altogether) {
        var captured = transfer(capture).orElseThrow(
                () -> new IllegalStateException("no such capture: " + capture));
        dsl.insertInto(CAPTURE)
                .set(CAPTURE.CUSTOMER_ID, head.customer().value())
                .set(CAPTURE.ID, capture.value())
                .set(CAPTURE.CAPTURED, captured.amount().amount())
                .set(CAPTURE.REFUNDED, altogether.amount())
                .onConflict(CAPTURE.CUSTOMER_ID, CAPTURE.ID)
                .doUpdate()
                .set(CAPTURE.REFUNDED, altogether.amount())
                .execute();
    }
}
