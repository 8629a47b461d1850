package dev.makegood.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a customer can spend now, what is held, what is owed, and what expires when. */
public record Balance(Credits available, Credits held, Credits debt, List<Expiring> expiring) {

    /** Credits that cannot be spent any more from then on. */
    public record Expiring(Credits credits, Instant expiresAt) {}

    /** What is past its expiry is not available, even before that is booked. */
    static Balance of(Wallet wallet, Collection<GrantBalance> grants, Instant now) {
        var expired = grants.stream()
                .filter(grant -> grant.isExpired(now))
                .map(GrantBalance::left)
                .reduce(Credits.NONE, Credits::plus);
        var balances = wallet.balances();
        return new Balance(balances.available().lessAtMost(expired), balances.held(),
                balances.debt(),
                expiring(grants, now));
    }

    private static List<Expiring> expiring(Collection<GrantBalance> grants, Instant now) {
        return grants.stream()
                .filter(grant -> grant.expiresAt() != null && grant.isSpendable(now))
                .sorted(SpendingOrder.OF_GRANTS)
                .map(grant -> new Expiring(grant.left(), grant.expiresAt()))
                .toList();
    }
}
