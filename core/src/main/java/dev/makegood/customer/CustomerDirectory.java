package dev.makegood.customer;

import java.util.Optional;

/**
 * Finds customers by what the outside calls them, outside any unit of work.
 *
 * <p>Reads only what is durable, and takes no lock. An identity never changes hands, so an answer stays true.
 */
public interface CustomerDirectory {

    /** Answers whose identity this is; empty if nobody claimed it yet. */
    Optional<CustomerId> find(Identity identity);

    /** Answers who this is; empty for the house and for customers a host manages by their id alone. */
    Optional<Customer> find(CustomerId customer);
}
