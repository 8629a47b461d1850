package dev.makegood.unit;

import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.SpendingOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of what is stored of a customer's open grants: enough for most units, however many there are.
 *
 * @param first in spending order, those past their expiry among them
 * @param isAll whether there are no others
 * @param firstExpiry when the first of all of them expires; null if none ever does
 */
public record OpenGrants(List<GrantBalance> first, boolean isAll, @Nullable Instant firstExpiry) {

    /** How many are read at first. */
    public static final int FIRST_MAX = 8;

    public OpenGrants {
        first = List.copyOf(first);
    }

    /** Those that can be spent, after one of them or from the beginning; empty if it takes more than these to tell. */
    Optional<List<GrantBalance>> spendable(
            Instant now, @Nullable GrantBalance after, int limit) {
        var spendable = first.stream()
                .filter(grant -> grant.isSpendable(now))
                .filter(grant -> isAfter(grant, after))
                .limit(limit)
                .toList();
        return Optional.of(spendable).filter(found -> isAll || found.size() == limit);
    }

    /** Those past their expiry; empty if it takes more than these to tell. */
    Optional<List<GrantBalance>> expired(Instant now) {
        return isAll || firstExpiry == null || firstExpiry.isAfter(now)
                ? Optional.of(expired(first.stream(), now))
                : Optional.empty();
    }

    static List<GrantBalance> expired(Stream<GrantBalance> grants, Instant now) {
        return grants.filter(grant -> !grant.remaining().isNone() && grant.isExpired(now))
                .sorted(SpendingOrder.OF_GRANTS)
                .toList();
    }

    static boolean isAfter(GrantBalance grant, @Nullable GrantBalance after) {
        return after == null || SpendingOrder.OF_GRANTS.compare(grant, after) > 0;
    }
}
