package dev.makegood.memory;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import java.util.Optional;

/** Finds customers in memory. */
record MemoryCustomerDirectory(InMemoryStore store) implements CustomerDirectory {

    @Override
    public Optional<CustomerId> find(Identity identity) {
        return store
                .withLock(() -> store.indexes().customerByIdentity.find(identity.toString()))
                .map(Customer::id);
    }

    @Override
    public Optional<Customer> find(CustomerId customer) {
        return store.withLock(() -> store.indexes().customers.find(customer.value()));
    }
}
