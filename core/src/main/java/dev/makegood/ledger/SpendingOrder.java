package dev.makegood.ledger;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
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

    /**
     * What so many credits take from which grant, in this order; fewer than requested if there are
     * fewer. No grant is asked for that is not needed.
     */
    static List<GrantBalance> take(Iterator<GrantBalance> grants, Credits credits) {
        var taken = new ArrayList<GrantBalance>();
        var missing = credits;
        while (!missing.isNone() && grants.hasNext()) {
            var grant = grants.next();
            taken.add(grant);
            missing = missing.minusOrNone(grant.remaining());
        }
        return taken;
    }

    /** The parts that so many credits are of, from these grants. */
    static List<Part> parts(List<GrantBalance> grants, Credits credits, Instant now) {
        var parts = new ArrayList<Part>();
        var missing = credits;
        for (var grant : grants) {
            var taken = grant.remaining().min(missing);
            parts.add(new Part(grant.id(), taken, grant.timeLeft(now)));
            missing = missing.minus(taken);
        }
        return parts;
    }

    private static int priority(GrantBalance balance) {
        return balance.grant().priority();
    }
}
