package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.EVENT;
import static dev.makegood.persistence.schema.Tables.OUTBOX;

import dev.makegood.archive.EventCutter;
import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.JooqUnit.UnitResult;
import dev.makegood.unit.Foreseen;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Cuts events in PostgreSQL, on connections of the schema's owner. */
public final class JooqEventCutter implements EventCutter {

    private static final int EVENTS_PER_STATEMENT = 10_000;

    private final Transactions transactions;

    JooqEventCutter(Transactions transactions) {
        this.transactions = transactions;
    }

    public static JooqEventCutter on(DataSource owner) {
        return new JooqEventCutter(JooqStore.on(owner).transactions());
    }

    @Override
    public boolean cut(CustomerId customer, long closing, List<Long> events) {
        return transactions.runUnit(customer, (dsl, mode) -> {
            var unused = JooqLoader.lock(dsl, customer, mode, Foreseen.NOTHING);
            boolean mayCut = isBaseBefore(closing, dsl, customer)
                    && !isUndelivered(dsl, customer, Collections.max(events));
            if (mayCut) {
                delete(dsl, customer, events);
                moveBase(closing, dsl, customer);
            }
            return new UnitResult<>(mayCut, List.of(), mayCut);
        }).answer();
    }

    private static boolean isBaseBefore(long closing, DSLContext dsl, CustomerId customer) {
        return dsl.fetchExists(CUSTOMER, CUSTOMER.CUSTOMER_ID.eq(customer.value())
                .and(CUSTOMER.BASE_SEQUENCE.lt(closing)));
    }

    private static void moveBase(long closing, DSLContext dsl, CustomerId customer) {
        var unused = dsl.update(CUSTOMER)
                .set(CUSTOMER.BASE_SEQUENCE, closing)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .execute();
    }

    private static boolean isUndelivered(DSLContext dsl, CustomerId customer, long sequence) {
        return dsl.fetchExists(OUTBOX, OUTBOX.CUSTOMER_ID.eq(customer.value())
                .and(OUTBOX.SEQUENCE.le(sequence)));
    }

    private static void delete(DSLContext dsl, CustomerId customer, List<Long> events) {
        for (int from = 0; from < events.size(); from += EVENTS_PER_STATEMENT) {
            var some = events.subList(from, Math.min(events.size(), from + EVENTS_PER_STATEMENT))
                    .toArray(Long[]::new);
            var unused = dsl.deleteFrom(EVENT)
                    .where(EVENT.CUSTOMER_ID.eq(customer.value()))
                    .and(EVENT.SEQUENCE.eq(DSL.any(some)))
                    .execute();
        }
    }
}
