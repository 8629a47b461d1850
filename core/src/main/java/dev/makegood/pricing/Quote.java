package dev.makegood.pricing;

import dev.makegood.ledger.Credits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What an operation costs, and how that came about; kept with the project, so that a later price
 * does not touch it.
 *
 * @param basePrice the price before multipliers, exact, in credits
 * @param multipliers the multipliers that applied, by name
 */
public record Quote(Operation operation, BigDecimal basePrice, Map<String, BigDecimal> multipliers,
        Credits credits) implements PriceList.Pricing {

    public Quote {
        multipliers = Map.copyOf(multipliers);
    }

    /** For what is paid in money, or not at all. */
    public static Quote noCredits(Operation operation) {
        return new Quote(operation, BigDecimal.ZERO, Map.of(), Credits.NONE);
    }

    /** Multiplies exactly and rounds up to the next whole credit, once, at the end. */
    static Quote of(
            Operation operation, BigDecimal basePrice, Map<String, BigDecimal> multipliers) {
        var exact = multipliers.values().stream().reduce(basePrice, BigDecimal::multiply);
        var credits = new Credits(exact.setScale(0, RoundingMode.CEILING).longValueExact());
        return new Quote(operation, basePrice, multipliers, credits);
    }
}
