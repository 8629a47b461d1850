package dev.makegood.memory;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds customers in memory. */
record MemoryCustomerDirectory(InMemoryStore store) implements CustomerDirectory {

    @Override
    public Optional<CustomerId> find(Identity identity) {
        return store
                .withLock(() -> store.indexes().ownerByIdentity.find(identity.toString()));
    }

    @Override
    public Set<CustomerId> findBySubject(String subject) {
        return store.withLock(() -> store.indexes().customers.values()
                .stream()
                .filter(customer -> customer.identity().subject().equals(subject))
                .map(Customer::id)
                .collect(Collectors.toSet()));
    }

    @Override
    public Optional<Customer> find(CustomerId customer) {
        return store.withLock(() -> store.indexes().customers.find(customer.value()));
    }
}
