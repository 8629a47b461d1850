package dev.makegood.server.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our account at Stripe.
 *
 * @param webhookSecrets what its notices are signed with; several while one is replaced by another
 * @param url another address than Stripe's own: a stand-in
 */
public record StripeShop(Secret key, List<Secret> webhookSecrets, @Nullable URI url) {

    /** The name of the setting that holds the key. */
    public static final String KEY = "STRIPE_SECRET_KEY";

    private static final String WEBHOOK = "STRIPE_WEBHOOK_SECRET";
    private static final String BECAUSE = "another setting of Stripe is there";

    public StripeShop {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    static Optional<StripeShop> read(Reading reading) {
        var key = reading.secret(KEY);
        var webhooks = reading.list(WEBHOOK).stream().map(Secret::new).toList();
        var url = reading.secureAddress("STRIPE_URL");
        if (key.isEmpty() && webhooks.isEmpty() && url.isEmpty()) {
            return Optional.empty();
        }
        if (webhooks.isEmpty()) {
            throw WrongSetting.missing(WEBHOOK, BECAUSE);
        }
        return Optional.of(new StripeShop(
                key.orElseThrow(() -> WrongSetting.missing(KEY, BECAUSE)), webhooks,
                url.orElse(null)));
    }
}
