package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.pricing.CreditPack;
import dev.makegood.pricing.CreditPacks;
import dev.makegood.unit.table.PricingTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The credit packs for sale, in memory: none at first. */
final class MemoryCreditPacks implements CreditPacks {

    private final Map<String, CreditPack> packs = new ConcurrentHashMap<>();
    private final InMemoryStore store;

    MemoryCreditPacks(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<CreditPack> find(String name) {
        return Optional.ofNullable(packs.get(name));
    }

    @Override
    public List<CreditPack> all() {
        return packs.values()
                .stream()
                .sorted(comparing(CreditPack::credits).thenComparing(CreditPack::name))
                .toList();
    }

    @Override
    public void save(CreditPack pack) {
        var unused = store.transact(() -> {
            store.tables()
                    .change(PricingTables.CREDIT_PACK, PricingTables::pack, packs.get(pack.name()),
                            pack);
            return packs.put(pack.name(), pack);
        });
    }
}
