package dev.makegood.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How we reach Stripe, and how its notices are verified.
 *
 * @param secretKey {@code sk_…} or a restricted {@code rk_…}
 * @param webhookSecrets {@code whsec_…}, several while they are rotated
 * @param connectTimeout how long we wait for a connection
 * @param responseTimeout how long we wait for a response, each time
 * @param retriesMax how often a call that certainly or perhaps did not arrive is repeated at once
 */
public record StripeSettings(String secretKey, List<String> webhookSecrets, URI baseUrl,
        Duration connectTimeout, Duration responseTimeout, int retriesMax) {

    private static final Pattern SECRET_KEY = Pattern.compile("(sk|rk)_[!-~]+");
    private static final Pattern WEBHOOK_SECRET = Pattern.compile("whsec_[!-~]+");
    private static final URI PRODUCTION = URI.create("https://api.stripe.com");

    public StripeSettings {
        webhookSecrets = List.copyOf(webhookSecrets);
        if (!SECRET_KEY.matcher(secretKey).matches()) {
            throw new IllegalArgumentException(
                    "Stripe's secret key begins with sk_ or rk_, visible ASCII without spaces; "
                            + (secretKey.startsWith("pk_")
                                    ? "a publishable key (pk_) is for browsers"
                                    : "this is another text"));
        }
        if (webhookSecrets.isEmpty()
                || !webhookSecrets.stream().allMatch(it -> WEBHOOK_SECRET.matcher(it).matches())) {
            throw new IllegalArgumentException(
                    "Stripe's webhook secret begins with whsec_, visible ASCII without spaces;"
                            + " the dashboard shows it with the webhook, as its signing secret");
        }
    }

    /** The real Stripe, with the usual timeouts. */
    public static StripeSettings of(String secretKey, List<String> webhookSecrets) {
        return new StripeSettings(secretKey, webhookSecrets, PRODUCTION, Duration.ofSeconds(5),
                Duration.ofSeconds(20), 2);
    }

    /** The same at another address: a fake. */
    public StripeSettings withBaseUrl(URI other) {
        return new StripeSettings(secretKey, webhookSecrets, other, connectTimeout, responseTimeout,
                retriesMax);
    }

    /** The same with another timeout and number of retries. */
    public StripeSettings withTimeoutAndRetries(Duration otherTimeout, int otherRetries) {
        return new StripeSettings(secretKey, webhookSecrets, baseUrl, connectTimeout, otherTimeout,
                otherRetries);
    }

    /** The text without our secrets, should Stripe have echoed them. */
    String redact(String text) {
        var redacted = text.replace(secretKey, "***");
        for (var secret : webhookSecrets) {
            redacted = redacted.replace(secret, "***");
        }
        return redacted;
    }

    @Override
    public String toString() {
        return "Stripe at " + baseUrl;
    }
}
