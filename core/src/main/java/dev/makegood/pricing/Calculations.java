package dev.makegood.pricing;

import java.util.Optional;

/**
 * The calculations of all hostnames; they belong to no customer, and are read and written outside
 * units of work.
 */
public interface Calculations {

    Optional<Calculation> find(Hostname hostname);

    /** Adds a calculation, or replaces the one of the same hostname. */
    void save(Calculation calculation);

    /** Removes a calculation; answers whether there was one. */
    boolean remove(Hostname hostname);
}
