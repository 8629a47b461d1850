package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.REQUEST;

import dev.makegood.access.Request;
import dev.makegood.access.Requests;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** One customer's requests with idempotency keys, in a unit. */
record JooqRequests(DSLContext dsl, Head head) implements Requests {

    @Override
    public Optional<Request> find(String route, String key) {
        return dsl.selectFrom(REQUEST).where(is(route, key)).fetchOptional(RequestRow::read);
    }

    @Override
    public void save(Request request) {
        head.written();
        dsl.insertInto(REQUEST)
                .set(RequestRow.of(head.customer(), request))
                .onConflict(REQUEST.CUSTOMER_ID, REQUEST.IDEMPOTENCY_KEY, REQUEST.ROUTE)
                .doUpdate()
                .setNonPrimaryKeyToExcluded()
                .execute();
    }

    @Override
    public void remove(String route, String key) {
        dsl.deleteFrom(REQUEST).where(is(route, key)).execute();
    }

    @Override
    public void forgetBefore(Instant startedAt) {
        dsl.deleteFrom(REQUEST)
                .where(REQUEST.CUSTOMER_ID.eq(head.customer().value()))
                .and(REQUEST.STARTED_AT.lt(Micros.of(startedAt)))
                .execute();
    }

    private Condition is(String route, String key) {
        return REQUEST.CUSTOMER_ID.eq(head.customer().value())
                .and(REQUEST.IDEMPOTENCY_KEY.eq(key))
                .and(REQUEST.ROUTE.eq(route));
    }
}
