package dev.makegood.http;

import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** How money is read: its currency, and an amount that is exact in it. */
final class MoneyFields {

    private static final int CURRENCY_CHARACTERS = 3;
    private static final int VALUE_CHARACTERS = 20;
    private static final int DIGITS_MAX = 12;
    private static final int EXPONENT_MAX = 100;
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern VALUE =
            Pattern.compile("(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{1,4})?");
    private static final Currency ANY = Currency.getInstance("EUR");

    private MoneyFields() {}

    /** {@code {"value":"199.00","currency":"RUB"}}, above zero. */
    static Money money(Fields fields) {
        var currency = currency(fields);
        var value = fields.text("value", VALUE_CHARACTERS);
        fields.checkNames();
        fields.expect("value", value, VALUE.asMatchPredicate(), "must be as 199.00");
        var amount = exactly(VALUE.matcher(value).matches() ? new BigDecimal(value)
                : BigDecimal.ZERO, currency);
        if (amount.filter(money -> !money.isNone()).isEmpty()) {
            fields.wrong("value", "must be above zero, and exact in " + currency);
        }
        return amount.orElseGet(() -> new Money(0, currency));
    }

    /** An ISO 4217 code of money that has decimals, or none; noted as wrong if it is none. */
    static Currency currency(Fields fields) {
        var currency = known(fields.text("currency", CURRENCY_CHARACTERS));
        if (currency.isEmpty()) {
            fields.wrong("currency", "must be an ISO 4217 code, as EUR");
        }
        return currency.orElse(ANY);
    }

    private static Optional<Currency> known(String code) {
        return CODE.matcher(code).matches()
                ? Currency.getAvailableCurrencies()
                        .stream()
                        .filter(currency -> currency.getCurrencyCode().equals(code))
                        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                        .findFirst()
                : Optional.empty();
    }

    /** Empty if the amount is not exact in the currency's minor units. */
    static Optional<Money> exactly(BigDecimal major, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        return major.stripTrailingZeros().scale() <= decimals
                ? Optional.of(Money.exactly(major, currency))
                : Optional.empty();
    }

    /** A number from zero up, digit by digit, below 10¹²; zero if it is none. For fields inside others only. */
    static BigDecimal decimal(Fields fields, String name, int decimalsMax) {
        var value = fields.required(name);
        if (value == null) {
            return BigDecimal.ZERO;
        }
        if (!value.isNumber() || !fits(value.decimalValue(), decimalsMax)) {
            fields.wrong(name, "must be a number from 0 to below 10^" + DIGITS_MAX
                    + " with at most " + decimalsMax + " decimals");
            return BigDecimal.ZERO;
        }
        return value.decimalValue();
    }

    /** Looks at the exponent first: a short number can be long to write out. */
    private static boolean fits(BigDecimal number, int decimalsMax) {
        return Math.abs(number.scale()) <= EXPONENT_MAX
                && number.signum() >= 0
                && number.precision() - number.scale() <= DIGITS_MAX
                && number.stripTrailingZeros().scale() <= decimalsMax;
    }
}
