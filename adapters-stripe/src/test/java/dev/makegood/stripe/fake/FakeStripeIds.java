package dev.makegood.stripe.fake;

import java.security.SecureRandom;

/** Names as Stripe gives them: never one twice, also when the stand-in is started again. */
final class FakeStripeIds {

    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final SecureRandom random = new SecureRandom();

    String next(String prefix, int letters) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < letters; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    String next(String prefix) {
        return next(prefix, 24);
    }
}
