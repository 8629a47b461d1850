package dev.makegood.server.settings;

import dev.makegood.pricing.Rates;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How money is taken: the gateways that are configured, and what generation costs where nobody calculated it.
 *
 * @param frontEnd where the product's own pages are; there as soon as a gateway is
 * @param usual the gateway that takes the money for generation; null if none is configured
 * @param rates empty if only an operator's calculations are known
 */
public record CashierSettings(@Nullable StripeShop stripe, @Nullable YooKassaShop yooKassa,
        @Nullable URI frontEnd, @Nullable String usual, Rates rates) {

    public static final String STRIPE = "stripe";
    public static final String YOOKASSA = "yookassa";

    private static final String FRONT_END = "FRONTEND_URL";
    private static final String USUAL = "MAKEGOOD_GATEWAY";

    /** Every gateway this version knows, configured or not. */
    public static Set<String> known() {
        return Set.of(STRIPE, YOOKASSA);
    }

    static CashierSettings read(Reading reading) {
        var stripe = StripeShop.read(reading).orElse(null);
        var yooKassa = YooKassaShop.read(reading).orElse(null);
        var configured = configured(stripe, yooKassa);
        return new CashierSettings(stripe, yooKassa,
                frontEnd(reading, configured).orElse(null), usual(reading, configured),
                GenerationRates.read(reading));
    }

    /** The names of the gateways that are configured, the one that goes first if nobody says otherwise first. */
    public List<String> configured() {
        return configured(stripe, yooKassa);
    }

    private static List<String> configured(
            @Nullable StripeShop stripe, @Nullable YooKassaShop yooKassa) {
        return Stream.concat(Stream.ofNullable(stripe).map(it -> STRIPE),
                Stream.ofNullable(yooKassa).map(it -> YOOKASSA)).toList();
    }

    private static Optional<URI> frontEnd(Reading reading, List<String> configured) {
        var address = reading.secureAddress(FRONT_END);
        if (address.isEmpty() && !configured.isEmpty()) {
            throw WrongSetting.missing(FRONT_END,
                    "who has paid at " + configured.getFirst() + " is sent back there");
        }
        if (address.filter(it -> it.getRawQuery() != null || it.getRawFragment() != null)
                .isPresent()) {
            throw new WrongSetting(FRONT_END, "is an address without ? and #");
        }
        return address;
    }

    private static @Nullable String usual(Reading reading, List<String> configured) {
        var named = reading.text(USUAL);
        if (named.filter(name -> !known().contains(name)).isPresent()) {
            throw new WrongSetting(USUAL, "is stripe or yookassa");
        }
        if (named.filter(name -> !configured.contains(name)).isPresent()) {
            throw new WrongSetting(USUAL, "is " + named.get() + ", which is not configured");
        }
        return named.isPresent() || configured.isEmpty() ? named.orElse(null)
                : configured.getFirst();
    }
}
