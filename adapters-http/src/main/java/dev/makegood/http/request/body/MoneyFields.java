package dev.makegood.http.request.body;

import dev.makegood.http.request.Fields;

import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** How money is read: its currency, and an amount that is exact in that currency. */
final class MoneyFields {

    private static final int CURRENCY_CHARACTERS = 3;
    private static final int VALUE_CHARACTERS = 20;
    private static final int DIGITS_MAX = 12;
    private static final int EXPONENT_MAX = 100;
    private static final Pattern CURRENCY_CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern VALUE =
            Pattern.compile("(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{1,4})?");
    private static final Currency PLACEHOLDER = Currency.getInstance("EUR");

    private MoneyFields() {}

    /** {@code {"value":"199.00","currency":"RUB"}}, above zero. */
    static Money money(Fields fields) {
        var currency = currency(fields);
        var value = fields.text("value", VALUE_CHARACTERS);
        fields.addErrorsForUnknownFields();
        fields.requireMatch("value", value, VALUE.asMatchPredicate(),
                "must be a decimal number such as 199.00");
        var amount = exactMoney(VALUE.matcher(value).matches() ? new BigDecimal(value)
                : BigDecimal.ZERO, currency);
        if (amount.filter(money -> !money.isNone()).isEmpty()) {
            fields.addError("value", "must be above 0 and have at most "
                    + currency.getDefaultFractionDigits() + " decimals in " + currency);
        }
        return amount.orElseGet(() -> new Money(0, currency));
    }

    /** An ISO 4217 code of a currency with minor units; an error if it is not. */
    static Currency currency(Fields fields) {
        var currency = findCurrency(fields.text("currency", CURRENCY_CHARACTERS));
        if (currency.isEmpty()) {
            fields.addError("currency", "must be an ISO 4217 code such as EUR");
        }
        return currency.orElse(PLACEHOLDER);
    }

    private static Optional<Currency> findCurrency(String code) {
        return CURRENCY_CODE.matcher(code).matches()
                ? Currency.getAvailableCurrencies()
                        .stream()
                        .filter(currency -> currency.getCurrencyCode().equals(code))
                        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                        .findFirst()
                : Optional.empty();
    }

    /** Empty if the amount is not exact in the currency's minor units. */
    static Optional<Money> exactMoney(BigDecimal major, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        return major.stripTrailingZeros().scale() <= decimals
                ? Optional.of(Money.ofMajorUnits(major, currency))
                : Optional.empty();
    }

    /** A number from 0 to below 10¹², read exactly; zero if it is not valid. For nested fields only. */
    static BigDecimal decimal(Fields fields, String name, int decimalsMax) {
        var value = fields.requiredValue(name);
        if (value == null) {
            return BigDecimal.ZERO;
        }
        if (!value.isNumber() || !fits(value.decimalValue(), decimalsMax)) {
            fields.addError(name, "must be a number from 0 to below 10^" + DIGITS_MAX
                    + " with at most " + decimalsMax + " decimals");
            return BigDecimal.ZERO;
        }
        return value.decimalValue();
    }

    /** Checks the exponent first: written out, a short number can be very long. */
    private static boolean fits(BigDecimal number, int decimalsMax) {
        return Math.abs(number.scale()) <= EXPONENT_MAX
                && number.signum() >= 0
                && number.precision() - number.scale() <= DIGITS_MAX
                && number.stripTrailingZeros().scale() <= decimalsMax;
    }
}
