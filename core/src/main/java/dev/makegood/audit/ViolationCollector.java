package dev.makegood.audit;

import dev.makegood.customer.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The violations found at one customer so far. */
final class ViolationCollector {

    private final CustomerId customer;
    private final List<Violation> violations = new ArrayList<>();

    ViolationCollector(CustomerId customer) {
        this.customer = customer;
    }

    /** Adds a violation if this does not hold. */
    void expect(boolean holds, String invariant, Supplier<String> description) {
        if (!holds) {
            violations.add(new Violation(customer, invariant, description.get()));
        }
    }

    /** Adds a violation if these differ. */
    void expectEqual(long actual, long expected, String invariant, Supplier<String> description) {
        expect(actual == expected, invariant,
                () -> description.get() + " is " + actual + ", not " + expected);
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }
}
