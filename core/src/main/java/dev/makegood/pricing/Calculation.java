package dev.makegood.pricing;

import dev.makegood.hash.Hash;
import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The prices of one hostname's generation, one for each provider. */
public record Calculation(Hostname hostname, Currency currency, List<ProviderPrice> prices,
        Instant updatedAt) {

    public Calculation {
        prices = List.copyOf(prices);
        if (prices.stream().map(ProviderPrice::provider).distinct().count() != prices.size()) {
            throw new IllegalArgumentException("a provider must not have two prices: " + prices);
        }
    }

    /**
     * What a provider's generation costs.
     *
     * @param total the price, in the calculation's currency
     * @param perUrl the price of one page it was computed from, up to eight decimals; shown only
     */
    public record ProviderPrice(String provider, Money total, BigDecimal perUrl) {

        private static final int DECIMALS_MAX = 8;

        private List<Object> fields() {
            return List.of(provider, total.minorUnits(), perUrl);
        }

        public ProviderPrice {
            PriceNames.check("provider", provider);
            if (perUrl.signum() < 0 || perUrl.stripTrailingZeros().scale() > DECIMALS_MAX) {
                throw new IllegalArgumentException("perUrl must be 0 or more, with at most "
                        + DECIMALS_MAX + " decimals: " + perUrl);
            }
        }
    }

    public Optional<ProviderPrice> priceOf(String provider) {
        return prices.stream()
                .filter(providerPrice -> providerPrice.provider().equals(provider))
                .findFirst();
    }

    /** The hash of its prices, in the format {@code mc1}; when they were set is not among them. */
    public Hash stateHash() {
        return Hash.ofFields("mc1", hostname.value(), currency.getCurrencyCode(),
                prices.stream().map(ProviderPrice::fields).toList());
    }
}
