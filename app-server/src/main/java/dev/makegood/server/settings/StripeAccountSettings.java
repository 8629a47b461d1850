package dev.makegood.server.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our account at Stripe.
 *
 * @param webhookSecrets what its notices are signed with; several while one replaces another
 * @param url another address than Stripe's own, of a stand-in
 */
public record StripeAccountSettings(Secret secretKey, List<Secret> webhookSecrets,
        @Nullable URI url) {

    /** The name of the setting that holds the key. */
    public static final String KEY = "STRIPE_SECRET_KEY";

    private static final String WEBHOOK = "STRIPE_WEBHOOK_SECRET";
    private static final String BECAUSE = "another setting of Stripe is set";

    public StripeAccountSettings {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    static Optional<StripeAccountSettings> read(SettingsReader reader) {
        var key = reader.secret(KEY);
        var webhooks = reader.list(WEBHOOK).stream().map(Secret::new).toList();
        var url = reader.secureAddress("STRIPE_URL");
        if (key.isEmpty() && webhooks.isEmpty() && url.isEmpty()) {
            return Optional.empty();
        }
        if (webhooks.isEmpty()) {
            throw InvalidSetting.missing(WEBHOOK, BECAUSE);
        }
        return Optional.of(new StripeAccountSettings(
                key.orElseThrow(() -> InvalidSetting.missing(KEY, BECAUSE)), webhooks,
                url.orElse(null)));
    }
}
