package dev.makegood.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is left of one customer's grants; the part of a {@link LedgerStore} that a posting walks through. */
public interface GrantBalances {

    /**
     * Grants of which something is left that can be spent at this moment, in {@link SpendingOrder}:
     * the first ones, or those after one that was answered before.
     *
     * @param limit the most to answer; fewer only if there are no more
     */
    List<GrantBalance> spendableGrants(Instant now, @Nullable GrantBalance after, int limit);

    /** Every grant of which something is left that is past its expiry, in {@link SpendingOrder}. */
    List<GrantBalance> expiredGrants(Instant now);

    /** The grants of these ids that there are, open or used up, in any order. */
    List<GrantBalance> grants(Collection<TransferId> ids);

    /** A grant by the id of its transfer, open or used up. */
    Optional<GrantBalance> grant(TransferId id);
}
