package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CAPTURE;
import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.TRANSFER;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.ledger.Wallet;
import dev.makegood.persistence.schema.tables.records.CreditGrantRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** One customer's ledger, in a unit. */
final class JooqLedger implements LedgerStore {

    private final DSLContext dsl;
    private final CustomerRowLock rowLock;

    JooqLedger(DSLContext dsl, CustomerRowLock rowLock) {
        this.dsl = dsl;
        this.rowLock = rowLock;
    }

    @Override
    public Wallet wallet() {
        return rowLock.wallet();
    }

    @Override
    public List<GrantBalance> spendableGrants(
            Instant now, @Nullable GrantBalance after, int limit) {
        return grantsWhere(condition(CREDIT_GRANT.IS_OPEN)
                .and(CREDIT_GRANT.OPEN_UNTIL.isNull().or(CREDIT_GRANT.OPEN_UNTIL.gt(now)))
                .and(after == null ? noCondition() : GrantOrder.isAfter(after)))
                        .orderBy(GrantOrder.fields())
                        .limit(limit)
                        .fetch(GrantRow::read);
    }

    @Override
    public List<GrantBalance> expiredGrants(Instant now) {
        return grantsWhere(condition(CREDIT_GRANT.IS_OPEN).and(CREDIT_GRANT.OPEN_UNTIL.le(now)))
                .orderBy(GrantOrder.fields())
                .fetch(GrantRow::read);
    }

    @Override
    public List<GrantBalance> grants(Collection<TransferId> ids) {
        var values = ids.stream().map(TransferId::value).toArray(UUID[]::new);
        return grantsWhere(CREDIT_GRANT.ID.eq(any(values))).fetch(GrantRow::read);
    }

    private SelectConditionStep<CreditGrantRecord> grantsWhere(Condition condition) {
        return dsl.selectFrom(CREDIT_GRANT)
                .where(CREDIT_GRANT.CUSTOMER_ID.eq(rowLock.customer().value()))
                .and(condition);
    }

    @Override
    public Optional<GrantBalance> grant(TransferId id) {
        return dsl.selectFrom(CREDIT_GRANT)
                .where(CREDIT_GRANT.CUSTOMER_ID.eq(rowLock.customer().value()))
                .and(CREDIT_GRANT.ID.eq(id.value()))
                .fetchOptional(GrantRow::read);
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return findTransfer(TRANSFER.ID.eq(id.value()));
    }

    @Override
    public Optional<Transfer> settlementOf(TransferId hold) {
        return findTransfer(TRANSFER.SETTLES.eq(hold.value()));
    }

    private Optional<Transfer> findTransfer(Condition condition) {
        return dsl.selectFrom(TRANSFER)
                .where(TRANSFER.CUSTOMER_ID.eq(rowLock.customer().value()))
                .and(condition)
                .fetchOptional(TransferRow::read);
    }

    @Override
    public Credits refundedFrom(TransferId capture) {
        return dsl.select(CAPTURE.REFUNDED)
                .from(CAPTURE)
                .where(CAPTURE.CUSTOMER_ID.eq(rowLock.customer().value()))
                .and(CAPTURE.ID.eq(capture.value()))
                .fetchOptional(CAPTURE.REFUNDED)
                .map(Credits::new)
                .orElse(Credits.NONE);
    }

    @Override
    public List<Transfer> reversalsOf(TransferId purchase) {
        return transfers(TRANSFER.SUBJECT_ID.eq(purchase.value())
                .and(TRANSFER.KIND.in(labels(TransferKind::isReversal))));
    }

    @Override
    public List<Transfer> debtSettlements() {
        return transfers(TRANSFER.KIND.in(labels(TransferKind::isDebtSettlement)));
    }

    private static List<String> labels(Predicate<TransferKind> which) {
        return Stream.of(TransferKind.values()).filter(which).map(TransferKind::label).toList();
    }

    private List<Transfer> transfers(Condition condition) {
        return dsl.selectFrom(TRANSFER)
                .where(TRANSFER.CUSTOMER_ID.eq(rowLock.customer().value()))
                .and(condition)
                .orderBy(TRANSFER.SEQUENCE)
                .fetch(TransferRow::read);
    }

    @Override
    public void append(Entry entry) {
        checkContinuesChain(entry);
        rowLock.markWritten();
        try {
            insertTransfers(entry.transfers());
            saveGrants(entry);
            entry.refundedByCapture().forEach(this::saveRefunded);
        } catch (DataAccessException e) {
            throw DatabaseErrors.isConstraintViolation(e)
                    ? new IllegalStateException(
                            "the entry does not follow " + wallet() + ": " + entry, e)
                    : e;
        }
        rowLock.wallet(entry.wallet());
    }

    private void checkContinuesChain(Entry entry) {
        var before = wallet();
        for (var transfer : entry.transfers()) {
            if (transfer.sequence() != before.sequence() + 1
                    || !transfer.previousHash().equals(before.head())) {
                throw new IllegalStateException(
                        "the transfer does not follow " + before + ": " + transfer);
            }
            before = new Wallet(transfer.customer(), transfer.balancesAfter(), transfer.sequence(),
                    transfer.hash());
        }
        if (!before.equals(entry.wallet())) {
            throw new IllegalStateException("the entry's wallet is not what its transfers leave: "
                    + entry.wallet() + ", but " + before);
        }
    }

    private void insertTransfers(List<Transfer> transfers) {
        dsl.insertInto(TRANSFER, TRANSFER.fields())
                .valuesOfRecords(transfers.stream().map(TransferRow::of).toList())
                .execute();
    }

    /** Those that this entry grants are new; the others, however many, are one statement. */
    private void saveGrants(Entry entry) {
        var granted = entry.transfers().stream().map(Transfer::id).collect(toSet());
        insertGrants(entry.grants()
                .stream()
                .filter(grant -> granted.contains(grant.id()))
                .toList());
        updateGrants(entry.grants()
                .stream()
                .filter(grant -> !granted.contains(grant.id()))
                .toList());
    }

    private void insertGrants(List<GrantBalance> grants) {
        if (!grants.isEmpty()) {
            dsl.insertInto(CREDIT_GRANT, CREDIT_GRANT.fields())
                    .valuesOfRecords(grants.stream()
                            .map(grant -> GrantRow.of(rowLock.customer(), grant))
                            .toList())
                    .execute();
        }
    }

    private void updateGrants(List<GrantBalance> grants) {
        if (!grants.isEmpty()
                && GrantRow.update(dsl, rowLock.customer(), grants) != grants.size()) {
            throw new IllegalStateException("a grant to change is not there: " + grants);
        }
    }

    private void saveRefunded(TransferId capture, Credits total) {
        var captured = transfer(capture).orElseThrow(
                () -> new IllegalStateException("unknown capture: " + capture));
        dsl.insertInto(CAPTURE)
                .set(CAPTURE.CUSTOMER_ID, rowLock.customer().value())
                .set(CAPTURE.ID, capture.value())
                .set(CAPTURE.CAPTURED, captured.amount().amount())
                .set(CAPTURE.REFUNDED, total.amount())
                .onConflict(CAPTURE.CUSTOMER_ID, CAPTURE.ID)
                .doUpdate()
                .set(CAPTURE.REFUNDED, total.amount())
                .execute();
    }
}
