package dev.makegood.cli.command;

import dev.makegood.money.Money;
import dev.makegood.server.settings.InvalidSetting;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money as it was typed: {@code 10.00}, or {@code 10.00 EUR}.
 *
 * @param currency null for the currency of the payment
 */
public record AmountArgument(BigDecimal major, @Nullable String currency) {

    private static final Pattern FORMAT =
            Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,8})?)(?: ([A-Z]{3}))?");

    public static Optional<AmountArgument> tryParse(String text) {
        var matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional
                        .of(new AmountArgument(new BigDecimal(matcher.group(1)), matcher.group(2)))
                        .filter(amount -> amount.major.signum() > 0)
                : Optional.empty();
    }

    /**
     * The amount in this currency.
     *
     * @param argumentName where it was typed, for the message
     * @throws InvalidSetting if it is in another currency, or has more decimals than this one
     */
    public Money toMoney(Currency expectedCurrency, String argumentName) {
        if (currency != null && !currency.equals(expectedCurrency.getCurrencyCode())) {
            throw new InvalidSetting(argumentName,
                    "is in " + currency + "; the payment is in " + expectedCurrency);
        }
        try {
            return Money.ofMajorUnits(major, expectedCurrency);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(argumentName,
                    "is not an exact amount of " + expectedCurrency + ": " + major.toPlainString());
        }
    }
}
