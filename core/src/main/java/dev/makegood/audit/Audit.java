package dev.makegood.audit;

import dev.makegood.customer.CustomerId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Recomputes what must always hold from what is stored, one customer after another.
 *
 * <p>I1 the legs of each transfer, and of each customer, sum to zero. I2 available and held are the
 * sums of their transfers, of what is left of the grants, and of the open holds. I3 nothing is
 * below zero; available and debt are never both above it. I4 sequences without gaps, balances and
 * hashes right. I5 a project's hold is open while it is, captured once when it completed, released
 * once when it failed. I6 a payment that succeeded had its effect once, or its money goes back;
 * nothing was granted for one that did not. I7 no more is refunded than was captured or paid, no
 * more clawed back than was granted, and just the share whose money went back. I10 every transfer
 * and every end of a project or a payment has its event. I15 what is still open has a task that
 * ends it. I16 what is stored beside the ledger is as its last event left it, and belongs to
 * something.
 */
public final class Audit {

    private static final int CUSTOMERS_PER_PAGE = 500;
    /** Of each kind. */
    private static final int STRAYS_MAX = 100;

    private final Archive archive;

    private Audit(Archive archive) {
        this.archive = archive;
    }

    public static Audit of(Archive archive) {
        return new Audit(archive);
    }

    /** What does not hold for a customer; empty if everything does. */
    public List<Violation> violations(CustomerId customer) {
        var violations = new ArrayList<Violation>();
        var unused = check(customer, new SharedStatesCheck(), violations::add);
        return violations;
    }

    /** Checks everything that is stored, and hands over each violation as it is found. */
    public AuditSummary checkAll(Consumer<? super Violation> consumer) {
        var shared = new SharedStatesCheck();
        var before = archive.sharedStates();
        var summary = AuditSummary.ZERO;
        for (var customers = customers(); customers.hasNext();) {
            summary = summary.plus(check(customers.next(), shared, consumer));
        }
        var others = Stream.concat(archive.strays(STRAYS_MAX).stream(),
                shared.violations(before, archive.sharedStates()).stream()).toList();
        others.forEach(consumer);
        return summary.withMoreViolations(others.size());
    }

    private Iterator<CustomerId> customers() {
        return new PageIterator<>(last -> archive.customers(last, CUSTOMERS_PER_PAGE));
    }

    private AuditSummary check(
            CustomerId customer, SharedStatesCheck shared, Consumer<? super Violation> consumer) {
        try {
            return archive.read(customer, records -> check(customer, records, shared, consumer));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            consumer.accept(unreadable(customer, e));
            return new AuditSummary(1, 0, 0, 0, 0, 1);
        }
    }

    private static AuditSummary check(
            CustomerId customer, Archive.CustomerRecords records, SharedStatesCheck shared,
            Consumer<? super Violation> consumer) {
        var audit = new CustomerAudit(customer, records, shared);
        audit.violations().forEach(consumer);
        return audit.summary();
    }

    /** No record of ours is refused when it is read: someone else wrote it. */
    private static Violation unreadable(CustomerId customer, RuntimeException why) {
        return new Violation(customer, "I16", "a record cannot be read: " + why.getMessage());
    }
}
