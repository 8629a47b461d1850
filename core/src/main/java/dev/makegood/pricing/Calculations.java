package dev.makegood.pricing;

import java.util.Optional;

/** The calculations of all hostnames; they belong to nobody, and are read and written outside units of work. */
public interface Calculations {

    Optional<Calculation> find(Hostname hostname);

    /** Keeps a calculation; it replaces the one of the same hostname. */
    void save(Calculation calculation);

    /** Forgets a calculation; answers whether there was one. */
    boolean remove(Hostname hostname);
}
