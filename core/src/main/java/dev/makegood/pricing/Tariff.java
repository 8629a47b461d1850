package dev.makegood.pricing;

import dev.makegood.hash.Hash;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The price of one operation: a base in credits, and the multipliers that may apply to it.
 *
 * @param path category and name, for example {@code story-editor/project-video}
 * @param basePrice credits before multipliers, zero or more, exact
 * @param multipliers each above or equal to zero, by name
 */
public record Tariff(String path, BigDecimal basePrice, Map<String, BigDecimal> multipliers) {

    private static final int DIGITS_MAX = 15;

    public Tariff {
        multipliers = Map.copyOf(multipliers);
        checkPath(path);
        checkNumber(basePrice);
        multipliers.forEach((name, factor) -> {
            PriceNames.check("multiplier", name);
            checkNumber(factor);
        });
    }

    /** Prices an operation, or says which of its multipliers this tariff does not know. */
    PriceList.Pricing price(Operation operation) {
        var chosen = new HashMap<String, BigDecimal>();
        for (var name : operation.multipliers().names()) {
            var factor = multipliers.get(name);
            if (factor == null) {
                return new PriceList.UnknownOperation(operation, name);
            }
            chosen.put(name, factor);
        }
        return Quote.of(operation, basePrice, chosen);
    }

    /** The hash of all its fields, in the format {@code mt1}. */
    public Hash stateHash() {
        return Hash.ofFields("mt1", path, basePrice, multipliers);
    }

    private static void checkPath(String path) {
        var names = path.split("/", -1);
        if (names.length != 2) {
            throw new IllegalArgumentException(
                    "the path of a tariff must be category/operation: " + path);
        }
        PriceNames.check("category", names[0]);
        PriceNames.check("operation", names[1]);
    }

    private static void checkNumber(BigDecimal number) {
        if (number.signum() < 0
                || number.precision() > DIGITS_MAX
                || Math.abs(number.scale()) > DIGITS_MAX) {
            throw new IllegalArgumentException(
                    "a price or multiplier must be 0 or more, with at most " + DIGITS_MAX
                            + " digits: " + number);
        }
    }
}
