package dev.makegood.unit;

import dev.makegood.access.IdempotentRequest;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.pricing.Hostname;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is stored of one customer, under that customer's lock, to a unit that asks for it.
 *
 * <p>It knows nothing of what the unit has changed so far.
 */
public interface UnitLoader {

    /** Those of these things that there are; all of them in as few questions as there are kinds. */
    Loaded load(Collection<? extends Key<?>> keys);

    OpenGrants openGrants();

    /** See {@link dev.makegood.ledger.GrantBalances#spendableGrants}. */
    List<GrantBalance> spendableGrants(Instant now, @Nullable GrantBalance after, int limit);

    List<GrantBalance> expiredGrants(Instant now);

    /** What clawed a purchase back or reinstated it, by the id of its grant, oldest first. */
    List<Transfer> reversalsOf(TransferId purchase);

    /** What settled debt, and what of that was reinstated, oldest first. */
    List<Transfer> debtSettlements();

    /** The request for this hostname and provider that still waits for its payment. */
    Optional<GenerationRequest> findUnpaid(Hostname hostname, String provider);

    List<IdempotentRequest> requestsStartedBefore(Instant startedAt);
}
