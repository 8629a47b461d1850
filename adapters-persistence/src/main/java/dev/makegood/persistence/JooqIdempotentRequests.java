package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.IDEMPOTENT_REQUEST;

import dev.makegood.access.IdempotentRequest;
import dev.makegood.access.IdempotentRequestStore;
import dev.makegood.store.Microseconds;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** One customer's requests with idempotency keys, in a unit. */
record JooqIdempotentRequests(DSLContext dsl, CustomerRowLock rowLock)
        implements IdempotentRequestStore {

    @Override
    public Optional<IdempotentRequest> find(String route, String key) {
        return dsl.selectFrom(IDEMPOTENT_REQUEST)
                .where(hasKey(route, key))
                .fetchOptional(IdempotentRequestRow::read);
    }

    @Override
    public void save(IdempotentRequest request) {
        rowLock.markWritten();
        dsl.insertInto(IDEMPOTENT_REQUEST)
                .set(IdempotentRequestRow.of(rowLock.customer(), request))
                .onConflict(IDEMPOTENT_REQUEST.CUSTOMER_ID, IDEMPOTENT_REQUEST.IDEMPOTENCY_KEY,
                        IDEMPOTENT_REQUEST.ROUTE)
                .doUpdate()
                .setNonPrimaryKeyToExcluded()
                .execute();
    }

    @Override
    public void remove(String route, String key) {
        dsl.deleteFrom(IDEMPOTENT_REQUEST).where(hasKey(route, key)).execute();
    }

    @Override
    public void removeStartedBefore(Instant startedAt) {
        dsl.deleteFrom(IDEMPOTENT_REQUEST)
                .where(IDEMPOTENT_REQUEST.CUSTOMER_ID.eq(rowLock.customer().value()))
                .and(IDEMPOTENT_REQUEST.STARTED_AT.lt(Microseconds.floor(startedAt)))
                .execute();
    }

    private Condition hasKey(String route, String key) {
        return IDEMPOTENT_REQUEST.CUSTOMER_ID.eq(rowLock.customer().value())
                .and(IDEMPOTENT_REQUEST.IDEMPOTENCY_KEY.eq(key))
                .and(IDEMPOTENT_REQUEST.ROUTE.eq(route));
    }
}
