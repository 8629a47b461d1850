package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.IDEMPOTENT_REQUEST;

import dev.makegood.access.IdempotentRequestDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.store.Microseconds;
import java.time.Instant;
import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Finds requests with idempotency keys of all customers, along the index of their ages. */
record JooqRequestDirectory(Transactions transactions) implements IdempotentRequestDirectory {

    @Override
    public boolean contains(CustomerId customer, String route, String key) {
        return transactions.execute(dsl -> dsl.fetchExists(IDEMPOTENT_REQUEST,
                IDEMPOTENT_REQUEST.CUSTOMER_ID.eq(customer.value())
                        .and(IDEMPOTENT_REQUEST.IDEMPOTENCY_KEY.eq(key))
                        .and(IDEMPOTENT_REQUEST.ROUTE.eq(route))));
    }

    @Override
    public List<CustomerId> customersWithRequestsBefore(
            Instant startedAt, @Nullable CustomerId after, int limit) {
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .selectDistinct(IDEMPOTENT_REQUEST.CUSTOMER_ID)
                .from(IDEMPOTENT_REQUEST)
                .where(IDEMPOTENT_REQUEST.STARTED_AT.lt(Microseconds.floor(startedAt)))
                .and(after == null ? DSL.noCondition()
                        : IDEMPOTENT_REQUEST.CUSTOMER_ID.gt(after.value()))
                .orderBy(IDEMPOTENT_REQUEST.CUSTOMER_ID)
                .limit(limit)
                .fetch(row -> new CustomerId(row.value1())));
    }
}
