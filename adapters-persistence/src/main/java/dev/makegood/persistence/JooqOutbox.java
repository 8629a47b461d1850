package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.EVENT;
import static dev.makegood.persistence.schema.Tables.LEASE;
import static dev.makegood.persistence.schema.Tables.OUTBOX;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Outbox;
import dev.makegood.event.RecordedEvent;
import dev.makegood.store.Microseconds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The undelivered events of all customers.
 *
 * <p>Each batch begins with the customer after the last one of the batch before, so that customers whose
 * events cannot be delivered do not delay the others.
 */
final class JooqOutbox implements Outbox {

    private static final String RELAY_LEASE = "event_relay";

    private final Transactions transactions;
    private volatile CustomerId lastCustomer = CustomerId.SYSTEM_ACCOUNT;

    JooqOutbox(Transactions transactions) {
        this.transactions = transactions;
    }

    /** In two statements: on a cluster nothing after {@code on conflict} may compare with a time that is bound. */
    @Override
    public boolean acquireLease(String holder, Instant now, Duration leaseFor) {
        var until = Microseconds.floor(now.plus(leaseFor));
        return transactions.execute(dsl -> renewed(dsl, holder, Microseconds.floor(now), until)
                || created(dsl, holder, until));
    }

    private static boolean renewed(DSLContext dsl, String holder, Instant now, Instant until) {
        return dsl.update(LEASE)
                .set(LEASE.HOLDER, holder)
                .set(LEASE.EXPIRES_AT, until)
                .set(LEASE.FENCE, LEASE.FENCE.plus(1))
                .where(LEASE.NAME.eq(RELAY_LEASE))
                .and(LEASE.HOLDER.eq(holder).or(LEASE.EXPIRES_AT.le(now)))
                .execute() == 1;
    }

    private static boolean created(DSLContext dsl, String holder, Instant until) {
        return dsl.insertInto(LEASE)
                .set(LEASE.NAME, RELAY_LEASE)
                .set(LEASE.HOLDER, holder)
                .set(LEASE.EXPIRES_AT, until)
                .set(LEASE.FENCE, 1L)
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public List<RecordedEvent> undelivered(int limit) {
        var from = lastCustomer.value();
        var events = transactions.execute(dsl -> {
            var after = waiting(dsl, OUTBOX.CUSTOMER_ID.gt(from), limit);
            var before = after.size() == limit ? Stream.<RecordedEvent>empty()
                    : waiting(dsl, OUTBOX.CUSTOMER_ID.le(from), limit - after.size()).stream();
            return Stream.concat(after.stream(), before).toList();
        });
        if (!events.isEmpty()) {
            lastCustomer = events.getLast().customer();
        }
        return events;
    }

    private static List<RecordedEvent> waiting(DSLContext dsl, Condition whose, int limit) {
        return JooqConfiguration.acrossCustomers(dsl)
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
    public void markDelivered(CustomerId customer, long upTo) {
        var unused = transactions.execute(dsl -> dsl.deleteFrom(OUTBOX)
                .where(OUTBOX.CUSTOMER_ID.eq(customer.value()))
                .and(OUTBOX.SEQUENCE.le(upTo))
                .execute());
    }
}
