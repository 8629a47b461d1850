package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.PAYMENT;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REFUND;

import dev.makegood.PaymentHistory.PaymentHistoryCursor;
import dev.makegood.PaymentHistory.PaymentType;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.GrantSource;
import dev.makegood.store.Microseconds;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which entries are on a page of a customer's history: for each type one scan of an index, merged. */
record PaymentHistoryPage(DSLContext dsl, CustomerId customer, @Nullable PaymentHistoryCursor after,
        int limit) {

    private static final Field<String> TYPE = DSL.field(DSL.name("type"), String.class);
    private static final Field<Instant> AT = DSL.field(DSL.name("at"), Instant.class);
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), UUID.class);
    private static final Field<UUID> SUBJECT_ID = DSL.field(DSL.name("subject_id"), UUID.class);

    /** The key of an entry, and the payment or grant it is about. */
    record HistoryLine(PaymentType type, Instant at, UUID id, UUID subjectId) {}

    /** Where the entries of one type are found. */
    private record LineSource(Table<?> table, Field<UUID> customer, Field<Instant> at,
            Field<UUID> id, Field<UUID> subjectId, Condition filter) {

        static LineSource of(PaymentType type) {
            return switch (type) {
                case PAYMENT -> new LineSource(PAYMENT, PAYMENT.CUSTOMER_ID, PAYMENT.CREATED_AT,
                        PAYMENT.ID, PAYMENT.ID, DSL.noCondition());
                case WEEKLY_BONUS -> new LineSource(CREDIT_GRANT, CREDIT_GRANT.CUSTOMER_ID,
                        CREDIT_GRANT.GRANTED_AT, CREDIT_GRANT.ID, CREDIT_GRANT.ID,
                        // Inlined: PostgreSQL matches the partial index to a literal only.
                        CREDIT_GRANT.SOURCE.eq(DSL.inline(GrantSource.WEEKLY_BONUS.label())));
                case REFUND -> new LineSource(PAYMENT_REFUND, PAYMENT_REFUND.CUSTOMER_ID,
                        PAYMENT_REFUND.REFUNDED_AT, PAYMENT_REFUND.ID, PAYMENT_REFUND.PAYMENT_ID,
                        DSL.noCondition());
            };
        }
    }

    List<HistoryLine> read(Set<PaymentType> types) {
        return merge((types.isEmpty() ? EnumSet.allOf(PaymentType.class) : types).stream()
                .map(this::scan)
                .reduce(Select::unionAll)
                .orElseThrow());
    }

    private Select<Record4<String, Instant, UUID, UUID>> scan(PaymentType type) {
        var source = LineSource.of(type);
        return dsl.select(DSL.inline(type.label()).as(TYPE), source.at().as(AT),
                source.id().as(ID), source.subjectId().as(SUBJECT_ID))
                .from(source.table())
                .where(source.customer().eq(customer.value()))
                .and(source.filter())
                .and(keysetCondition(source))
                .orderBy(source.at().desc(), source.id().desc())
                .limit(limit);
    }

    private Condition keysetCondition(LineSource source) {
        return after == null ? DSL.noCondition()
                : DSL.row(source.at(), source.id())
                        .lessThan(Microseconds.floor(after.at()), after.id());
    }

    private List<HistoryLine> merge(Select<Record4<String, Instant, UUID, UUID>> scans) {
        return dsl.select(TYPE, AT, ID, SUBJECT_ID)
                .from(scans.asTable("page"))
                .orderBy(AT.desc(), ID.desc())
                .limit(limit)
                .fetch(row -> new HistoryLine(PaymentType.of(row.value1()).orElseThrow(),
                        row.value2(), row.value3(), row.value4()));
    }
}
