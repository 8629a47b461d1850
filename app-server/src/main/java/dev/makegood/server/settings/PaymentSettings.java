package dev.makegood.server.settings;

import dev.makegood.pricing.PageRates;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How payments are taken: the configured gateways, and the price of generation without a calculation.
 *
 * @param frontEnd where the product's own pages are; required with a gateway
 * @param defaultGateway the gateway for generation; null if none is configured
 * @param pageRates empty if only an operator's calculations are known
 */
public record PaymentSettings(@Nullable StripeAccountSettings stripe,
        @Nullable YooKassaAccountSettings yooKassa, @Nullable URI frontEnd,
        @Nullable String defaultGateway, PageRates pageRates) {

    public static final String STRIPE = "stripe";
    public static final String YOOKASSA = "yookassa";

    private static final String FRONT_END = "FRONTEND_URL";
    private static final String DEFAULT_GATEWAY = "MAKEGOOD_GATEWAY_DEFAULT";

    /** Every gateway this version knows, configured or not. */
    public static Set<String> knownGateways() {
        return Set.of(STRIPE, YOOKASSA);
    }

    static PaymentSettings read(SettingsReader reader) {
        var stripe = StripeAccountSettings.read(reader).orElse(null);
        var yooKassa = YooKassaAccountSettings.read(reader).orElse(null);
        var configured = configuredGateways(stripe, yooKassa);
        return new PaymentSettings(stripe, yooKassa,
                frontEnd(reader, configured).orElse(null), defaultGateway(reader, configured),
                GenerationRateSettings.read(reader));
    }

    /** The names of the configured gateways; the first is the default unless set otherwise. */
    public List<String> configuredGateways() {
        return configuredGateways(stripe, yooKassa);
    }

    private static List<String> configuredGateways(
            @Nullable StripeAccountSettings stripe, @Nullable YooKassaAccountSettings yooKassa) {
        return Stream.concat(Stream.ofNullable(stripe).map(it -> STRIPE),
                Stream.ofNullable(yooKassa).map(it -> YOOKASSA)).toList();
    }

    private static Optional<URI> frontEnd(SettingsReader reader, List<String> configured) {
        var address = reader.secureAddress(FRONT_END);
        if (address.isEmpty() && !configured.isEmpty()) {
            throw InvalidSetting.missing(FRONT_END,
                    "customers are sent back there after paying at " + configured.getFirst());
        }
        if (address.filter(it -> it.getRawQuery() != null || it.getRawFragment() != null)
                .isPresent()) {
            throw new InvalidSetting(FRONT_END, "must be an address without ? and #");
        }
        return address;
    }

    private static @Nullable String defaultGateway(SettingsReader reader, List<String> configured) {
        var chosen = reader.text(DEFAULT_GATEWAY);
        if (chosen.filter(name -> !knownGateways().contains(name)).isPresent()) {
            throw new InvalidSetting(DEFAULT_GATEWAY,
                    "must be stripe or yookassa, not " + chosen.get());
        }
        if (chosen.filter(name -> !configured.contains(name)).isPresent()) {
            throw new InvalidSetting(DEFAULT_GATEWAY,
                    "is " + chosen.get() + ", which is not configured");
        }
        return chosen.isPresent() || configured.isEmpty() ? chosen.orElse(null)
                : configured.getFirst();
    }
}
