package dev.makegood.stripe.fake;

import java.util.Set;

/** What Stripe accepts as an amount; written from its page, not from ours. */
final class FakeStripeCurrencies {

    private static final Set<String> TWO_ZEROS = Set.of("isk", "ugx");
    private static final Set<String> LAST_DIGIT_ZERO = Set.of("bhd", "jod", "kwd", "omr", "tnd");

    private FakeStripeCurrencies() {}

    static String requireValid(String currency) {
        if (!currency.matches("[a-z]{3}")) {
            throw FakeStripeError.invalid("currency", "Invalid currency: " + currency);
        }
        return currency;
    }

    static long requireValid(String param, String currency, long amount) {
        if (amount < 0 || amount > 99_999_999_999L) {
            throw FakeStripeError.invalid(param, "parameter_invalid_integer", "Invalid amount");
        }
        if ((TWO_ZEROS.contains(currency) && amount % 100 != 0)
                || (LAST_DIGIT_ZERO.contains(currency) && amount % 10 != 0)) {
            throw FakeStripeError.invalid(param, "Invalid amount for " + currency + ": " + amount);
        }
        return amount;
    }
}
