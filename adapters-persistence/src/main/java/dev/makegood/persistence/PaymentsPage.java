package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.PAYMENT;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.persistence.schema.tables.records.PaymentRecord;
import dev.makegood.store.Microseconds;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.SelectLimitPercentStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A page of payments: of all customers, for each status one scan of an index from a place on, merged. */
record PaymentsPage(DSLContext dsl, PaymentFilter filter, @Nullable PaymentCursor after,
        int limit) {

    List<Payment> read() {
        return filter.customer() == null ? readOfAll() : readOf(filter.customer());
    }

    private List<Payment> readOf(CustomerId customer) {
        return scan(PAYMENT.CUSTOMER_ID.eq(customer.value())
                .and(PAYMENT.STATUS
                        .in(statuses().stream().map(PaymentStatus::label).toList())))
                                .fetch(PaymentRow::read);
    }

    private List<Payment> readOfAll() {
        return merge(statuses().stream()
                .map(status -> PAYMENT.STATUS.eq(status.label()))
                .<Select<PaymentRecord>>map(this::scan)
                .reduce(Select::unionAll)
                .orElseThrow());
    }

    private Set<PaymentStatus> statuses() {
        return filter.statuses().isEmpty()
                ? EnumSet.allOf(PaymentStatus.class)
                : filter.statuses();
    }

    private SelectLimitPercentStep<PaymentRecord> scan(Condition wanted) {
        return dsl.selectFrom(PAYMENT)
                .where(wanted)
                .and(filter.gateway() == null ? DSL.noCondition()
                        : PAYMENT.GATEWAY.eq(filter.gateway()))
                .and(periodCondition())
                .and(keysetCondition())
                .orderBy(PAYMENT.CREATED_AT.desc(), PAYMENT.ID.desc())
                .limit(limit);
    }

    private Condition periodCondition() {
        var from = filter.from() == null ? DSL.noCondition()
                : PAYMENT.CREATED_AT.ge(filter.from());
        return filter.until() == null ? from : from.and(PAYMENT.CREATED_AT.lt(filter.until()));
    }

    private Condition keysetCondition() {
        return after == null ? DSL.noCondition()
                : DSL.row(PAYMENT.CREATED_AT, PAYMENT.ID)
                        .lessThan(Microseconds.floor(after.createdAt()), after.id().value());
    }

    private List<Payment> merge(Select<PaymentRecord> scans) {
        var page = PAYMENT.as("page");
        return dsl.select(page.fields())
                .from(scans.asTable(page))
                .orderBy(page.CREATED_AT.desc(), page.ID.desc())
                .limit(limit)
                .fetchInto(PAYMENT)
                .map(PaymentRow::read);
    }
}
