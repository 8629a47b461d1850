package dev.makegood.audit;

import dev.makegood.customer.CustomerId;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Recomputes what must always hold from what is kept, one customer after another.
 *
 * <p>I1 the legs of each transfer, and of each customer, sum to zero. I2 available and held are the sums of their
 * transfers, of what is left of the grants, and of the open holds. I3 nothing is below zero; available and debt are
 * never both above it. I4 sequences without gaps, balances and hashes right. I5 a project's hold is open while it is,
 * captured once when it completed, released once when it failed. I6 a payment that succeeded had its effect once, or its money
 * goes back; nothing was given for one that did not. I7 nobody gets back more than was captured or paid, nor loses
 * more than was granted: just the share that went back. I10 every line and every end of a project or a payment was
 * told. I15 what is still open has a task that ends it.
 */
public final class Audit {

    private static final int CUSTOMERS_A_PAGE = 500;

    private final Archive archive;

    private Audit(Archive archive) {
        this.archive = archive;
    }

    public static Audit of(Archive archive) {
        return new Audit(archive);
    }

    /** What does not hold for a customer; empty if everything does. */
    public List<Violation> findings(CustomerId customer) {
        return archive.read(customer, records -> new CustomerAudit(customer, records).findings());
    }

    /** Looks at everybody, and hands over what does not hold as it is found. */
    public Tally everybody(Consumer<? super Violation> found) {
        var all = Tally.NOTHING;
        for (var customers = customers(); customers.hasNext();) {
            all = all.plus(look(customers.next(), found));
        }
        return all;
    }

    private Iterator<CustomerId> customers() {
        return new Paged<>(last -> archive.customers(last, CUSTOMERS_A_PAGE));
    }

    private Tally look(CustomerId customer, Consumer<? super Violation> found) {
        return archive.read(customer, records -> {
            var audit = new CustomerAudit(customer, records);
            audit.findings().forEach(found);
            return audit.tally();
        });
    }
}
