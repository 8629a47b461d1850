package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.CUSTOMER_IDENTITY;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** Finds customers. */
record JooqCustomerDirectory(Transactions transactions) implements CustomerDirectory {

    @Override
    public Optional<CustomerId> find(Identity identity) {
        return transactions.execute(dsl -> owner(dsl, identity));
    }

    @Override
    public Set<CustomerId> findBySubject(String subject) {
        return transactions.execute(dsl -> dsl.select(CUSTOMER_IDENTITY.CUSTOMER_ID)
                .from(CUSTOMER_IDENTITY)
                .where(CUSTOMER_IDENTITY.SUBJECT.eq(subject))
                .fetchSet(row -> new CustomerId(row.value1())));
    }

    @Override
    public Optional<Customer> find(CustomerId customer) {
        return transactions.execute(dsl -> dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional())
                .flatMap(CustomerRow::customer);
    }

    private static Optional<CustomerId> owner(DSLContext dsl, Identity identity) {
        return dsl.select(CUSTOMER_IDENTITY.CUSTOMER_ID)
                .from(CUSTOMER_IDENTITY)
                .where(CUSTOMER_IDENTITY.PROVIDER.eq(identity.provider()))
                .and(CUSTOMER_IDENTITY.SUBJECT.eq(identity.subject()))
                .fetchOptional(row -> new CustomerId(row.value1()));
    }
}
