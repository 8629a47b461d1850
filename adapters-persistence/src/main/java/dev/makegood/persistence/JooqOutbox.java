package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.EVENT;
import static dev.makegood.persistence.schema.Tables.LEASE;
import static dev.makegood.persistence.schema.Tables.OUTBOX;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Outbox;
import dev.makegood.event.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Everybody's undelivered events.
 *
 * <p>Each answer begins with the customer after the last one of the answer before, so that customers whose
 * events cannot be delivered do not keep the others waiting.
 */
final class JooqOutbox implements Outbox {

    private static final String RELAY = "event relay";

    private final Transactions transactions;
    private volatile CustomerId last = CustomerId.HOUSE;

    JooqOutbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean lease(String holder, Instant now, Duration leaseFor) {
        return transactions.single(dsl -> dsl.insertInto(LEASE)
                .set(LEASE.NAME, RELAY)
                .set(LEASE.HOLDER, holder)
                .set(LEASE.HELD_UNTIL, Micros.of(now.plus(leaseFor)))
                .set(LEASE.FENCE, 1L)
                .onConflict(LEASE.NAME)
                .doUpdate()
                .set(LEASE.HOLDER, DSL.excluded(LEASE.HOLDER))
                .set(LEASE.HELD_UNTIL, DSL.excluded(LEASE.HELD_UNTIL))
                .set(LEASE.FENCE, LEASE.FENCE.plus(1))
                .where(LEASE.HOLDER.eq(DSL.excluded(LEASE.HOLDER)))
                .or(LEASE.HELD_UNTIL.le(Micros.of(now)))
                .execute() == 1);
    }

    @Override
    public List<Recorded> waiting(int limit) {
        var from = last.value();
        var events = transactions.single(dsl -> {
            var after = waiting(dsl, OUTBOX.CUSTOMER_ID.gt(from), limit);
            var before = after.size() == limit ? Stream.<Recorded>empty()
                    : waiting(dsl, OUTBOX.CUSTOMER_ID.le(from), limit - after.size()).stream();
            return Stream.concat(after.stream(), before).toList();
        });
        if (!events.isEmpty()) {
            last = events.getLast().customer();
        }
        return events;
    }

    private static List<Recorded> waiting(DSLContext dsl, Condition whose, int limit) {
        return Dialect.crossing(dsl)
                .select(EVENT)
                .from(OUTBOX)
                .join(EVENT)
                .on(EVENT.CUSTOMER_ID.eq(OUTBOX.CUSTOMER_ID))
                .and(EVENT.SEQUENCE.eq(OUTBOX.SEQUENCE))
                .where(whose)
                .orderBy(OUTBOX.CUSTOMER_ID, OUTBOX.SEQUENCE)
                .limit(limit)
                .fetch(row -> EventRow.read(row.value1()));
    }

    @Override
    public void delivered(CustomerId customer, long upTo) {
        var unused = transactions.single(dsl -> dsl.deleteFrom(OUTBOX)
                .where(OUTBOX.CUSTOMER_ID.eq(customer.value()))
                .and(OUTBOX.SEQUENCE.le(upTo))
                .execute());
    }
}
