package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.CUSTOMER_IDENTITY;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import java.util.Optional;
import java.util.Set;

/** Finds customers. */
record JooqCustomerDirectory(Transactions transactions) implements CustomerDirectory {

    @Override
    public Optional<CustomerId> find(Identity identity) {
        return transactions.execute(dsl -> JooqCustomers.owner(dsl, identity));
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
}
