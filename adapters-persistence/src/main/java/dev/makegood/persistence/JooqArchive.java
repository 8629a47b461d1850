package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;

import dev.makegood.audit.Archive;
import dev.makegood.customer.CustomerId;
import java.util.List;
import java.util.function.Function;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Everything that is kept of each customer. */
record JooqArchive(Transactions transactions) implements Archive {

    @Override
    public List<CustomerId> customers(@Nullable CustomerId after, int limit) {
        return transactions.single(dsl -> Dialect.crossing(dsl)
                .select(CUSTOMER.CUSTOMER_ID)
                .from(CUSTOMER)
                .where(CUSTOMER.EVENT_SEQUENCE.gt(0L))
                .and(after == null ? DSL.noCondition() : CUSTOMER.CUSTOMER_ID.gt(after.value()))
                .orderBy(CUSTOMER.CUSTOMER_ID)
                .limit(limit)
                .fetch(row -> new CustomerId(row.value1())));
    }

    @Override
    public <R> R read(CustomerId customer, Function<? super Records, R> reader) {
        return transactions.snapshot(dsl -> reader.apply(new JooqRecords(dsl, customer)));
    }
}
