package dev.makegood.stripe.fake;

import java.util.Random;

/** Names as Stripe gives them, from a seed, so that a test can repeat them. */
final class FakeStripeIds {

    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final Random dice;

    FakeStripeIds(long seed) {
        dice = new Random(seed);
    }

    synchronized String next(String prefix, int letters) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < letters; i++) {
            id.append(LETTERS.charAt(dice.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    String next(String prefix) {
        return next(prefix, 24);
    }
}
