package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CAPTURE;
import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.GENERATION_REQUEST;
import static dev.makegood.persistence.schema.Tables.PAYMENT;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REFUND;
import static dev.makegood.persistence.schema.Tables.TASK;
import static dev.makegood.persistence.schema.Tables.TRANSFER;
import static java.util.stream.Collectors.toMap;

import dev.makegood.audit.Archive.CustomerRecords;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.hash.ChainHead;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.persistence.schema.tables.records.PaymentRefundRecord;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Statistics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One customer's records, as they are at one moment. */
record JooqRecords(DSLContext dsl, CustomerId customer) implements CustomerRecords {

    @Override
    public Wallet wallet() {
        return JooqStatements.wallet(dsl, customer);
    }

    @Override
    public ChainHead eventHead() {
        return dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional(CustomerRow::eventHead)
                .orElse(ChainHead.NONE);
    }

    @Override
    public long baseSequence() {
        return dsl.select(CUSTOMER.BASE_SEQUENCE)
                .from(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional(CUSTOMER.BASE_SEQUENCE)
                .orElse(0L);
    }

    @Override
    public Statistics statistics() {
        return JooqProjectHistory.statistics(dsl, customer);
    }

    @Override
    public List<GrantBalance> grants() {
        return dsl.selectFrom(CREDIT_GRANT)
                .where(CREDIT_GRANT.CUSTOMER_ID.eq(customer.value()))
                .fetch(GrantRow::read);
    }

    @Override
    public Map<TransferId, Credits> refundedByCapture() {
        return dsl.selectFrom(CAPTURE)
                .where(CAPTURE.CUSTOMER_ID.eq(customer.value()))
                .stream()
                .collect(toMap(row -> new TransferId(row.getId()),
                        row -> new Credits(row.getRefunded())));
    }

    @Override
    public List<Transfer> transfers(long after, int limit) {
        return dsl.selectFrom(TRANSFER)
                .where(TRANSFER.CUSTOMER_ID.eq(customer.value()))
                .and(TRANSFER.SEQUENCE.gt(after))
                .orderBy(TRANSFER.SEQUENCE)
                .limit(limit)
                .fetch(TransferRow::read);
    }

    @Override
    public List<RecordedEvent> events(long after, int limit) {
        return JooqReports.events(dsl, customer, after, limit);
    }

    @Override
    public List<Project> projects(@Nullable ProjectCursor after, int limit) {
        return JooqProjectHistory.pageOf(dsl, customer, after, limit).read();
    }

    @Override
    public List<GenerationRequest> requests(@Nullable ProjectId after, int limit) {
        return dsl.selectFrom(GENERATION_REQUEST)
                .where(GENERATION_REQUEST.CUSTOMER_ID.eq(customer.value()))
                .and(after == null ? DSL.noCondition() : GENERATION_REQUEST.ID.gt(after.value()))
                .orderBy(GENERATION_REQUEST.ID)
                .limit(limit)
                .fetch(GenerationRequestRow::read);
    }

    @Override
    public List<Payment> payments(@Nullable PaymentId after, int limit) {
        return dsl.selectFrom(PAYMENT)
                .where(PAYMENT.CUSTOMER_ID.eq(customer.value()))
                .and(after == null ? DSL.noCondition() : PAYMENT.ID.gt(after.value()))
                .orderBy(PAYMENT.ID)
                .limit(limit)
                .fetch(PaymentRow::read);
    }

    @Override
    public Map<UUID, Instant> refundTimes() {
        return dsl.selectFrom(PAYMENT_REFUND)
                .where(PAYMENT_REFUND.CUSTOMER_ID.eq(customer.value()))
                .stream()
                .collect(toMap(PaymentRefundRecord::getId, PaymentRefundRecord::getRefundedAt));
    }

    @Override
    public boolean hasTask(String task, UUID subjectId) {
        return dsl.fetchExists(TASK, TaskRow.hasKey(customer, task, subjectId));
    }
}
