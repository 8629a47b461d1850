package dev.makegood.audit;

/** How much was looked at, and how many violations there were. */
public record Tally(long customers, long transfers, long projects, long payments,
        long events, long violations) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Tally more) {
        return new Tally(customers + more.customers, transfers + more.transfers,
                projects + more.projects, payments + more.payments, events + more.events,
                violations + more.violations);
    }
}
