package dev.makegood.memory;

import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Calculations;
import dev.makegood.pricing.Hostname;
import dev.makegood.unit.table.PricingTables;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All calculations in memory. */
final class MemoryCalculations implements Calculations {

    private final Map<Hostname, Calculation> calculations = new ConcurrentHashMap<>();
    private final InMemoryStore store;

    MemoryCalculations(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Calculation> find(Hostname hostname) {
        return Optional.ofNullable(calculations.get(hostname));
    }

    @Override
    public void save(Calculation calculation) {
        var unused = store.transact(() -> {
            store.tables()
                    .change(PricingTables.CALCULATION, PricingTables::calculation,
                            calculations.get(calculation.hostname()), calculation);
            return calculations.put(calculation.hostname(), calculation);
        });
    }

    @Override
    public boolean remove(Hostname hostname) {
        return store.transact(() -> {
            var removed = calculations.remove(hostname);
            store.tables()
                    .change(PricingTables.CALCULATION, PricingTables::calculation, removed, null);
            return removed != null;
        });
    }

    Collection<Calculation> all() {
        return calculations.values();
    }
}
