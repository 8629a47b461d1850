package dev.makegood.audit;

import dev.makegood.customer.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What was found about one customer so far. */
final class Findings {

    private final CustomerId customer;
    private final List<Violation> violations = new ArrayList<>();

    Findings(CustomerId customer) {
        this.customer = customer;
    }

    /** Notes a violation if this does not hold. */
    void expect(boolean holds, String invariant, Supplier<String> what) {
        if (!holds) {
            violations.add(new Violation(customer, invariant, what.get()));
        }
    }

    /** Notes a violation if these differ. */
    void equal(long is, long should, String invariant, Supplier<String> what) {
        expect(is == should, invariant, () -> what.get() + " is " + is + ", not " + should);
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }
}
