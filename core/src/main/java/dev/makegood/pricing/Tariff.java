package dev.makegood.pricing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The price of one operation: a base in credits, and the multipliers that may apply to it.
 *
 * @param path category and name, for example {@code story-editor/project-video}
 * @param base credits before multipliers, zero or more, exact
 * @param factors each above or equal to zero, by name
 */
public record Tariff(String path, BigDecimal base, Map<String, BigDecimal> factors) {

    private static final int DIGITS_MAX = 15;

    public Tariff {
        factors = Map.copyOf(factors);
        checkPath(path);
        check(base);
        factors.forEach((name, factor) -> {
            PriceNames.check("multiplier", name);
            check(factor);
        });
    }

    /** Prices an operation, or says which of its multipliers this tariff does not know. */
    PriceList.Pricing price(Operation operation) {
        var chosen = new HashMap<String, BigDecimal>();
        for (var name : operation.multipliers().names()) {
            var factor = factors.get(name);
            if (factor == null) {
                return new PriceList.UnknownOperation(operation, name);
            }
            chosen.put(name, factor);
        }
        return Quote.of(operation, base, chosen);
    }

    private static void checkPath(String path) {
        var names = path.split("/", -1);
        if (names.length != 2) {
            throw new IllegalArgumentException("not category/operation: " + path);
        }
        PriceNames.check("category", names[0]);
        PriceNames.check("operation", names[1]);
    }

    private static void check(BigDecimal figure) {
        if (figure.signum() < 0
                || figure.precision() > DIGITS_MAX
                || Math.abs(figure.scale()) > DIGITS_MAX) {
            throw new IllegalArgumentException("not a price or multiplier: " + figure);
        }
    }
}
