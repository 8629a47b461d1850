package dev.makegood.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How we reach Stripe, and how it proves itself to us.
 *
 * @param secretKey {@code sk_…} or a restricted {@code rk_…}
 * @param webhookSecrets {@code whsec_…}, several while they are rotated
 * @param connect how long we wait for a connection
 * @param answer how long we wait for an answer, each time
 * @param repeats how often a call that certainly or perhaps did not arrive is repeated at once
 */
public record StripeSettings(String secretKey, List<String> webhookSecrets, URI address,
        Duration connect, Duration answer, int repeats) {

    private static final URI STRIPE = URI.create("https://api.stripe.com");

    public StripeSettings {
        webhookSecrets = List.copyOf(webhookSecrets);
        if (!isVisible(secretKey)
                || webhookSecrets.isEmpty()
                || !webhookSecrets.stream().allMatch(StripeSettings::isVisible)) {
            throw new IllegalArgumentException("a secret of Stripe's is missing or not one");
        }
    }

    /** The real Stripe, with patience as usual. */
    public static StripeSettings of(String secretKey, List<String> webhookSecrets) {
        return new StripeSettings(secretKey, webhookSecrets, STRIPE, Duration.ofSeconds(5),
                Duration.ofSeconds(20), 2);
    }

    /** The same at another address: a stand-in. */
    public StripeSettings at(URI other) {
        return new StripeSettings(secretKey, webhookSecrets, other, connect, answer, repeats);
    }

    /** The same with so much patience. */
    public StripeSettings waiting(Duration otherAnswer, int otherRepeats) {
        return new StripeSettings(secretKey, webhookSecrets, address, connect, otherAnswer,
                otherRepeats);
    }

    private static boolean isVisible(String secret) {
        return !secret.isEmpty() && secret.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** The text without our secrets, should somebody have repeated them. */
    String blot(String text) {
        var blotted = text.replace(secretKey, "***");
        for (var secret : webhookSecrets) {
            blotted = blotted.replace(secret, "***");
        }
        return blotted;
    }

    @Override
    public String toString() {
        return "Stripe at " + address;
    }
}
