package dev.makegood.ledger;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which grant is used first: a total order, stated here and nowhere else. */
public final class SpendingOrder {

    /** Lower priority number, soonest expiry, source, oldest, sequence number. */
    public static final Comparator<GrantBalance> OF_GRANTS = comparingInt(SpendingOrder::priority)
            .thenComparing(GrantBalance::expiresAt, nullsLast(naturalOrder()))
            .thenComparing(balance -> balance.grant().source())
            .thenComparing(GrantBalance::grantedAt)
            .thenComparingLong(GrantBalance::sequence);

    private SpendingOrder() {}

    /** What so many credits take from which grant; fewer than requested if there are fewer. */
    static List<Part> allocate(Collection<GrantBalance> grants, Credits credits, Instant now) {
        var parts = new ArrayList<Part>();
        var missing = credits;
        for (var grant : spendableInOrder(grants, now)) {
            var taken = grant.remaining().min(missing);
            if (!taken.isNone()) {
                parts.add(new Part(grant.id(), taken, grant.timeLeft(now)));
                missing = missing.minus(taken);
            }
        }
        return parts;
    }

    /** What can be spent altogether. */
    static Credits spendableCredits(Collection<GrantBalance> grants, Instant now) {
        return spendableInOrder(grants, now).stream()
                .map(GrantBalance::remaining)
                .reduce(Credits.NONE, Credits::plus);
    }

    private static List<GrantBalance> spendableInOrder(
            Collection<GrantBalance> grants, Instant now) {
        return grants.stream().filter(grant -> grant.isSpendable(now)).sorted(OF_GRANTS).toList();
    }

    private static int priority(GrantBalance balance) {
        return balance.grant().priority();
    }
}
