package dev.makegood.stripe;

import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Money as Stripe counts it, where that differs from ISO 4217.
 *
 * <p>Stripe takes Malagasy ariary without decimals, Icelandic krónur and Ugandan shillings with two that must be 00,
 * and the last of three decimals must be 0.
 */
final class StripeAmounts {

    private static final Set<String> NO_DECIMALS = Set.of("MGA");
    private static final Set<String> TWO_ZERO_DECIMALS = Set.of("ISK", "UGX");
    private static final int STEP_OF_THREE_DECIMALS = 10;
    private static final int STEP_OF_TWO_ZERO_DECIMALS = 100;

    private StripeAmounts() {}

    /** The number that Stripe is given; empty if it takes no such amount. */
    static Optional<Long> toStripe(Money money) {
        var amount = money.majorUnits().movePointRight(decimals(money.currency()));
        return isMultipleOf(amount, smallestStep(money.currency()))
                ? Optional.of(amount.longValueExact())
                : Optional.empty();
    }

    /** The currency's code as Stripe writes it. */
    static String currencyCode(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    /** The money that Stripe's number means; empty if there is none, and an operator has to look. */
    static Optional<Money> fromStripe(long amount, String code) {
        return currency(code).flatMap(currency -> fromStripe(amount, currency));
    }

    private static Optional<Money> fromStripe(long amount, Currency currency) {
        var minor = BigDecimal.valueOf(amount, decimals(currency))
                .movePointRight(currency.getDefaultFractionDigits());
        return amount >= 0 && isMultipleOf(minor, 1)
                ? Optional.of(new Money(minor.longValueExact(), currency))
                : Optional.empty();
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies()
                .stream()
                .filter(it -> it.getCurrencyCode().equalsIgnoreCase(code))
                .filter(it -> it.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    private static int decimals(Currency currency) {
        var code = currency.getCurrencyCode();
        if (NO_DECIMALS.contains(code)) {
            return 0;
        }
        return TWO_ZERO_DECIMALS.contains(code) ? 2 : currency.getDefaultFractionDigits();
    }

    private static int smallestStep(Currency currency) {
        if (TWO_ZERO_DECIMALS.contains(currency.getCurrencyCode())) {
            return STEP_OF_TWO_ZERO_DECIMALS;
        }
        return currency.getDefaultFractionDigits() == 3 ? STEP_OF_THREE_DECIMALS : 1;
    }

    private static boolean isMultipleOf(BigDecimal number, int step) {
        return number.remainder(BigDecimal.valueOf(step)).signum() == 0;
    }
}
