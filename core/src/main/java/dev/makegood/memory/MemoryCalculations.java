package dev.makegood.memory;

import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Calculations;
import dev.makegood.pricing.Hostname;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All calculations in memory. */
final class MemoryCalculations implements Calculations {

    private final Map<Hostname, Calculation> calculations = new ConcurrentHashMap<>();

    @Override
    public Optional<Calculation> find(Hostname hostname) {
        return Optional.ofNullable(calculations.get(hostname));
    }

    @Override
    public void save(Calculation calculation) {
        calculations.put(calculation.hostname(), calculation);
    }

    @Override
    public boolean remove(Hostname hostname) {
        return calculations.remove(hostname) != null;
    }
}
