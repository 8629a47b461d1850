package dev.makegood.pricing;

import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The prices of one hostname's generation, one for each provider (P2). */
public record Calculation(Hostname hostname, Currency currency, List<Price> prices,
        Instant updatedAt) {

    public Calculation {
        prices = List.copyOf(prices);
        if (prices.stream().map(Price::provider).distinct().count() != prices.size()) {
            throw new IllegalArgumentException("a provider has one price: " + prices);
        }
    }

    /**
     * What a provider's generation costs.
     *
     * @param total the price, in the calculation's currency
     * @param perUrl how it came about, up to eight decimals; shown only
     */
    public record Price(String provider, Money total, BigDecimal perUrl) {

        private static final int DECIMALS_MAX = 8;

        public Price {
            PriceNames.check("provider", provider);
            if (perUrl.signum() < 0 || perUrl.stripTrailingZeros().scale() > DECIMALS_MAX) {
                throw new IllegalArgumentException("not a price for each address: " + perUrl);
            }
        }
    }

    public Optional<Price> of(String provider) {
        return prices.stream().filter(price -> price.provider().equals(provider)).findFirst();
    }
}
