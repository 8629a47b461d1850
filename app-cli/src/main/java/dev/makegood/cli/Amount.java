package dev.makegood.cli;

import dev.makegood.money.Money;
import dev.makegood.server.settings.WrongSetting;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money as somebody typed it: {@code 10.00}, or {@code 10.00 EUR}.
 *
 * @param currency null for that of whatever it is about
 */
record Amount(BigDecimal major, @Nullable String currency) {

    private static final Pattern TYPED =
            Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,8})?)(?: ([A-Z]{3}))?");

    static Optional<Amount> find(String text) {
        var typed = TYPED.matcher(text);
        return typed.matches()
                ? Optional.of(new Amount(new BigDecimal(typed.group(1)), typed.group(2)))
                        .filter(amount -> amount.major.signum() > 0)
                : Optional.empty();
    }

    /**
     * So much money.
     *
     * @param where what to call the place it was typed at
     * @throws WrongSetting if it is of another currency, or finer than this one's coins
     */
    Money in(Currency its, String where) {
        if (currency != null && !currency.equals(its.getCurrencyCode())) {
            throw new WrongSetting(where, "is in " + currency + ", and the payment in " + its);
        }
        try {
            return Money.exactly(major, its);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(where,
                    "is not an exact amount of " + its + ": " + major.toPlainString());
        }
    }
}
