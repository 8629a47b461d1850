package dev.makegood.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money, zero or more, in minor units: 199.00 RUB are 19,900 kopecks, 500 JPY are 500.
 *
 * <p>How many decimals there are comes from the currency. A provider's own exceptions live in its adapter.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public Money {
        if (minor < 0 || currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("not an amount of money: " + minor + " " + currency);
        }
    }

    /** So many minor units of the currency with this ISO 4217 code. */
    public static Money of(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    /**
     * An amount written in major units, such as {@code 1148.18}.
     *
     * @throws IllegalArgumentException if it is not exact in the currency's minor units
     */
    public static Money exactly(BigDecimal major, Currency currency) {
        try {
            var minor = major.movePointRight(currency.getDefaultFractionDigits());
            return new Money(minor.setScale(0, RoundingMode.UNNECESSARY).longValueExact(),
                    currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not exact in " + currency + ": " + major, e);
        }
    }

    /** The amount in major units, with as many decimals as the currency has. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money more) {
        return new Money(Math.addExact(minor, same(more).minor), currency);
    }

    /** What remains; throws if there is less than that. */
    public Money minus(Money less) {
        return new Money(Math.subtractExact(minor, same(less).minor), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Nothing, in the same currency. */
    public Money none() {
        return new Money(0, currency);
    }

    public boolean isNone() {
        return minor == 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "two currencies in one sum: " + this + " and " + other);
        }
        return other;
    }

    @Override
    public String toString() {
        return major().toPlainString() + " " + currency;
    }
}
