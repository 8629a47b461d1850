package dev.makegood.pricing;

import java.util.List;

/** The names of the multipliers that apply to a price, each once, in a fixed order. */
public record Multipliers(List<String> names) {

    public static final Multipliers NONE = new Multipliers(List.of());

    public Multipliers {
        names.forEach(name -> PriceNames.check("multiplier", name));
        names = names.stream().sorted().toList();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("a multiplier must not apply twice: " + names);
        }
    }

    public static Multipliers of(String... names) {
        return new Multipliers(List.of(names));
    }
}
