package dev.makegood.audit;

/** How much was checked, and how many violations there were. */
public record AuditSummary(long customers, long transfers, long projects, long payments,
        long events, long violations) {

    static final AuditSummary ZERO = new AuditSummary(0, 0, 0, 0, 0, 0);

    AuditSummary plus(AuditSummary more) {
        return new AuditSummary(customers + more.customers, transfers + more.transfers,
                projects + more.projects, payments + more.payments, events + more.events,
                violations + more.violations);
    }

    AuditSummary withMoreViolations(long more) {
        return new AuditSummary(customers, transfers, projects, payments, events,
                violations + more);
    }
}
