package dev.makegood.audit;

import dev.makegood.customer.CustomerId;

/**
 * Something that must always hold, and does not.
 *
 * @param invariant its number in the list of invariants, for example {@code I2}
 * @param description what was found, with ids and figures
 */
public record Violation(CustomerId customer, String invariant, String description) {

    @Override
    public String toString() {
        return invariant + " of " + customer + ": " + description;
    }
}
