package dev.makegood.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money, zero or more, in minor units: 199.00 RUB are 19,900 kopecks, 500 JPY are 500.
 *
 * <p>How many decimals there are comes from the currency. A provider's own exceptions live in its
 * adapter.
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    public Money {
        if (minorUnits < 0 || currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(
                    "money must not be negative, and its currency must have minor units: "
                            + minorUnits + " " + currency);
        }
    }

    /** So many minor units of the currency with this ISO 4217 code. */
    public static Money of(long minorUnits, String currency) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }

    /**
     * An amount written in major units, such as {@code 1148.18}.
     *
     * @throws IllegalArgumentException if it is not exact in the currency's minor units
     */
    public static Money ofMajorUnits(BigDecimal majorUnits, Currency currency) {
        try {
            var minorUnits = majorUnits.movePointRight(currency.getDefaultFractionDigits());
            return new Money(minorUnits.setScale(0, RoundingMode.UNNECESSARY).longValueExact(),
                    currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "not a whole number of minor units of " + currency + ": " + majorUnits, e);
        }
    }

    /** The amount in major units, with as many decimals as the currency has. */
    public BigDecimal majorUnits() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    public Money plus(Money more) {
        return new Money(Math.addExact(minorUnits, requireSameCurrency(more).minorUnits), currency);
    }

    /** What remains; throws if that is less than nothing. */
    public Money minus(Money less) {
        return new Money(Math.subtractExact(minorUnits, requireSameCurrency(less).minorUnits),
                currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Nothing, in the same currency. */
    public Money none() {
        return new Money(0, currency);
    }

    public boolean isNone() {
        return minorUnits == 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, requireSameCurrency(other).minorUnits);
    }

    private Money requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "two currencies in one sum: " + this + " and " + other);
        }
        return other;
    }

    @Override
    public String toString() {
        return majorUnits().toPlainString() + " " + currency;
    }
}
