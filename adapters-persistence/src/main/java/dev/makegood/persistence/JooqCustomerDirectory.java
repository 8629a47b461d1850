package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import java.util.Optional;

/** Finds customers. */
record JooqCustomerDirectory(Transactions transactions) implements CustomerDirectory {

    @Override
    public Optional<CustomerId> find(Identity identity) {
        return transactions.execute(dsl -> JooqCustomers.owner(dsl, identity));
    }

    @Override
    public Optional<Customer> find(CustomerId customer) {
        return transactions.execute(dsl -> dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional())
                .flatMap(CustomerRow::customer);
    }
}
