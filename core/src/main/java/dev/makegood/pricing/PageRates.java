package dev.makegood.pricing;

import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each provider's generation costs for one page, from which a hostname's calculation is made.
 *
 * @param perUrl by provider, in the currency's major units; zero for a provider that is free
 */
public record PageRates(Currency currency, Map<String, BigDecimal> perUrl) {

    /** No provider, so nothing is calculated by itself. */
    public static final PageRates NONE = new PageRates(Currency.getInstance("EUR"), Map.of());

    public PageRates {
        perUrl = Map.copyOf(perUrl);
    }

    /** The prices for so many pages, each rounded up to the next minor unit, once. */
    Calculation calculate(Hostname hostname, long pages, Instant at) {
        List<Calculation.ProviderPrice> prices = new TreeMap<>(perUrl).entrySet()
                .stream()
                .map(rate -> new Calculation.ProviderPrice(rate.getKey(),
                        total(rate.getValue(), pages), rate.getValue()))
                .toList();
        return new Calculation(hostname, currency, prices, at);
    }

    private Money total(BigDecimal rate, long pages) {
        var exact = rate.multiply(BigDecimal.valueOf(pages));
        return Money.ofMajorUnits(
                exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.CEILING),
                currency);
    }
}
