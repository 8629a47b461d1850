package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.pricing.CreditPack;
import dev.makegood.pricing.CreditPacks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The credit packs for sale, in memory: none at first. */
final class MemoryCreditPacks implements CreditPacks {

    private final Map<String, CreditPack> packs = new ConcurrentHashMap<>();

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
        packs.put(pack.name(), pack);
    }
}
