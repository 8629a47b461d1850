package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.API_KEY;
import static dev.makegood.persistence.schema.Tables.CALCULATION;
import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.OPERATION;

import dev.makegood.audit.Archive;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.hash.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public List<CustomerHeads> heads(@Nullable CustomerId after, int limit) {
        return transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .selectFrom(CUSTOMER)
                .where(after == null ? DSL.noCondition() : CUSTOMER.CUSTOMER_ID.gt(after.value()))
                .and(CUSTOMER.LEDGER_SEQUENCE.gt(0L).or(CUSTOMER.EVENT_SEQUENCE.gt(0L)))
                .orderBy(CUSTOMER.CUSTOMER_ID)
                .limit(limit)
                .fetch(row -> new CustomerHeads(new CustomerId(row.getCustomerId()),
                        CustomerRow.wallet(row).chainHead(), CustomerRow.eventHead(row))));
    }

    @Override
    public <R> R read(CustomerId customer, Function<? super CustomerRecords, R> work) {
        return transactions.readSnapshot(dsl -> work.apply(new JooqRecords(dsl, customer)));
    }

    @Override
    public Map<String, Hash> sharedStates() {
        var states = new HashMap<String, Hash>();
        transactions.execute(dsl -> dsl.fetch(API_KEY))
                .forEach(
                        row -> states.put("key " + row.getId(), ApiKeyRow.read(row).stateHash()));
        transactions.execute(dsl -> dsl.fetch(OPERATION))
                .forEach(
                        row -> states.put("operation " + row.getPath(),
                                OperationRow.read(row).stateHash()));
        transactions.execute(dsl -> dsl.fetch(CALCULATION))
                .forEach(
                        row -> states.put("hostname " + row.getHostname(),
                                JooqCalculations.read(row).stateHash()));
        return states;
    }

    @Override
    public List<Violation> strays(int limit) {
        return new JooqStrays(transactions).strays(limit);
    }
}
