package dev.makegood.stripe;

import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Money as Stripe counts it, where that is not as ISO 4217 does.
 *
 * <p>Stripe takes Malagasy ariary without decimals, Icelandic krónur and Ugandan shillings with two that must be 00,
 * and the last of three decimals must be 0.
 */
final class Amounts {

    private static final Set<String> NO_DECIMALS = Set.of("MGA");
    private static final Set<String> TWO_DECIMALS_OF_ZERO = Set.of("ISK", "UGX");
    private static final int LAST_OF_THREE_IS_ZERO = 10;
    private static final int TWO_LAST_ARE_ZERO = 100;

    private Amounts() {}

    /** The number to tell Stripe; empty if it takes no such amount. */
    static Optional<Long> told(Money money) {
        var number = money.major().movePointRight(decimals(money.currency()));
        return isWhole(number, step(money.currency()))
                ? Optional.of(number.longValueExact())
                : Optional.empty();
    }

    /** The currency's code as Stripe writes it. */
    static String code(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    /** What Stripe's number means; empty if there is no such money: an operator has to look. */
    static Optional<Money> heard(long number, String code) {
        return currency(code).flatMap(currency -> heard(number, currency));
    }

    private static Optional<Money> heard(long number, Currency currency) {
        var minor = BigDecimal.valueOf(number, decimals(currency))
                .movePointRight(currency.getDefaultFractionDigits());
        return number >= 0 && isWhole(minor, 1)
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
        return TWO_DECIMALS_OF_ZERO.contains(code) ? 2 : currency.getDefaultFractionDigits();
    }

    private static int step(Currency currency) {
        if (TWO_DECIMALS_OF_ZERO.contains(currency.getCurrencyCode())) {
            return TWO_LAST_ARE_ZERO;
        }
        return currency.getDefaultFractionDigits() == 3 ? LAST_OF_THREE_IS_ZERO : 1;
    }

    private static boolean isWhole(BigDecimal number, int step) {
        return number.remainder(BigDecimal.valueOf(step)).signum() == 0;
    }
}
