package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;

import dev.makegood.audit.Archive;
import dev.makegood.customer.CustomerId;
import java.util.List;
import java.util.function.Function;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All records of each customer. */
record JooqArchive(Transactions transactions) implements Archive {

    @Override
    public List<CustomerId> customers(@Nullable CustomerId after, int limit) {
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .select(CUSTOMER.CUSTOMER_ID)
                .from(CUSTOMER)
                .where(after == null ? DSL.noCondition() : CUSTOMER.CUSTOMER_ID.gt(after.value()))
                .orderBy(CUSTOMER.CUSTOMER_ID)
                .limit(limit)
                .fetch(row -> new CustomerId(row.value1())));
    }

    @Override
    public <R> R read(CustomerId customer, Function<? super CustomerRecords, R> work) {
        return transactions.readSnapshot(dsl -> work.apply(new JooqRecords(dsl, customer)));
    }
}
