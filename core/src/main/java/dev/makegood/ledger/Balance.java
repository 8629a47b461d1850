package dev.makegood.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a customer can spend now, what is held, the debt, and what expires when. */
public record Balance(Credits available, Credits held, Credits debt,
        List<ExpiringCredits> expiring) {

    /** Credits that cannot be spent any more from then on. */
    public record ExpiringCredits(Credits credits, Instant expiresAt) {}

    /** Credits past their expiry are not available, even before the expiry is posted. */
    static Balance of(Wallet wallet, Collection<GrantBalance> grants, Instant now) {
        var expired = grants.stream()
                .filter(grant -> grant.isExpired(now))
                .map(GrantBalance::remaining)
                .reduce(Credits.NONE, Credits::plus);
        var balances = wallet.balances();
        return new Balance(balances.available().minusOrNone(expired), balances.held(),
                balances.debt(), expiring(grants, now));
    }

    private static List<ExpiringCredits> expiring(Collection<GrantBalance> grants, Instant now) {
        return grants.stream()
                .filter(grant -> grant.expiresAt() != null && grant.isSpendable(now))
                .sorted(SpendingOrder.OF_GRANTS)
                .map(grant -> new ExpiringCredits(grant.remaining(), grant.expiresAt()))
                .toList();
    }
}
