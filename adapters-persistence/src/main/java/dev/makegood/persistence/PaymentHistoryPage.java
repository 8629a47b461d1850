package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.PAYMENT;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REFUND;

import dev.makegood.PaymentHistory.PaymentType;
import dev.makegood.PaymentHistory.Place;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Source;
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

/** Which lines are on a page of a customer's history: for each type one scan of an index, merged. */
record PaymentHistoryPage(DSLContext dsl, CustomerId customer, @Nullable Place after, int limit) {

    private static final Field<String> TYPE = DSL.field(DSL.name("type"), String.class);
    private static final Field<Instant> AT = DSL.field(DSL.name("at"), Instant.class);
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), UUID.class);
    private static final Field<UUID> ABOUT = DSL.field(DSL.name("about"), UUID.class);

    /** Where a line stands, and the payment or grant it is about. */
    record Line(PaymentType type, Instant at, UUID id, UUID about) {}

    /** Where the lines of one type are found. */
    private record Shelf(Table<?> table, Field<UUID> customer, Field<Instant> at, Field<UUID> id,
            Field<UUID> about, Condition which) {

        static Shelf of(PaymentType type) {
            return switch (type) {
                case PAYMENT -> new Shelf(PAYMENT, PAYMENT.CUSTOMER_ID, PAYMENT.CREATED_AT,
                        PAYMENT.ID, PAYMENT.ID, DSL.noCondition());
                case WEEKLY_BONUS -> new Shelf(CREDIT_GRANT, CREDIT_GRANT.CUSTOMER_ID,
                        CREDIT_GRANT.GRANTED_AT, CREDIT_GRANT.ID, CREDIT_GRANT.ID,
                        // Written out, or the index of these alone would not be seen to fit.
                        CREDIT_GRANT.SOURCE.eq(DSL.inline(Source.WEEKLY_BONUS.label())));
                case REFUND -> new Shelf(PAYMENT_REFUND, PAYMENT_REFUND.CUSTOMER_ID,
                        PAYMENT_REFUND.REFUNDED_AT, PAYMENT_REFUND.ID, PAYMENT_REFUND.PAYMENT_ID,
                        DSL.noCondition());
            };
        }
    }

    List<Line> read(Set<PaymentType> types) {
        return merged((types.isEmpty() ? EnumSet.allOf(PaymentType.class) : types).stream()
                .map(this::scan)
                .reduce(Select::unionAll)
                .orElseThrow());
    }

    private Select<Record4<String, Instant, UUID, UUID>> scan(PaymentType type) {
        var shelf = Shelf.of(type);
        return dsl.select(DSL.inline(type.label()).as(TYPE), shelf.at().as(AT),
                shelf.id().as(ID), shelf.about().as(ABOUT))
                .from(shelf.table())
                .where(shelf.customer().eq(customer.value()))
                .and(shelf.which())
                .and(fromPlaceOn(shelf))
                .orderBy(shelf.at().desc(), shelf.id().desc())
                .limit(limit);
    }

    private Condition fromPlaceOn(Shelf shelf) {
        return after == null ? DSL.noCondition()
                : DSL.row(shelf.at(), shelf.id()).lessThan(Micros.of(after.at()), after.id());
    }

    private List<Line> merged(Select<Record4<String, Instant, UUID, UUID>> scans) {
        return dsl.select(TYPE, AT, ID, ABOUT)
                .from(scans.asTable("page"))
                .orderBy(AT.desc(), ID.desc())
                .limit(limit)
                .fetch(row -> new Line(PaymentType.of(row.value1()).orElseThrow(), row.value2(),
                        row.value3(), row.value4()));
    }
}
