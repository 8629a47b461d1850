package dev.makegood.customer;

import java.util.Optional;
import java.util.Set;

/**
 * Finds customers by their identity, outside any unit of work.
 *
 * <p>Reads only what is durable, and takes no lock. An identity never moves to another customer, so
 * an answer stays true.
 */
public interface CustomerDirectory {

    /** The customer of this identity; empty if no customer has claimed it. */
    Optional<CustomerId> find(Identity identity);

    /** The customers whose identity has this subject, whichever provider names them so. */
    Set<CustomerId> findBySubject(String subject);

    /**
     * The customer of this id; empty for the system account and for customers a host manages by
     * their id alone.
     */
    Optional<Customer> find(CustomerId customer);
}
