package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.SpendingOrder;
import dev.makegood.testing.ForwardingLedger;
import dev.makegood.testing.ForwardingUnit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Now and then decides on what was left of the grants before the unit before this one. */
final class StaleBalance extends FaultyStorage {

    private final Map<CustomerId, List<GrantBalance>> before = new HashMap<>();

    StaleBalance(Storage storage) {
        super(storage);
    }

    @Override
    Unit faultyUnit(CustomerId customer, Unit unit) {
        var now = unit.ledger().spendableGrants(Instant.EPOCH, null, Integer.MAX_VALUE);
        var stale = before.getOrDefault(customer, now);
        before.put(customer, now);
        return goesWrong(10) ? deciding(unit, stale) : unit;
    }

    private static Unit deciding(Unit unit, List<GrantBalance> stale) {
        return new ForwardingUnit(unit) {

            @Override
            public LedgerStore ledger() {
                return new ForwardingLedger(super.ledger()) {

                    @Override
                    public List<GrantBalance> spendableGrants(
                            Instant now, @Nullable GrantBalance after, int limit) {
                        return stale.stream()
                                .filter(grant -> grant.isSpendable(now))
                                .filter(grant -> after == null
                                        || SpendingOrder.OF_GRANTS.compare(grant, after) > 0)
                                .limit(limit)
                                .toList();
                    }
                };
            }
        };
    }
}
