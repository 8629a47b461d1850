package dev.makegood.cli.demo;

import dev.makegood.money.Money;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Calculation.ProviderPrice;
import dev.makegood.pricing.Hostname;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** A website whose texts can be generated, with the prices of the sources. */
record Website(String hostname) {

    private static final Currency EURO = Currency.getInstance("EUR");

    Calculation calculation(Instant at) {
        return new Calculation(new Hostname(hostname), EURO,
                List.of(price("gemini", "1148.18", "0.00097"), price("ollama", "0.00", "0")), at);
    }

    private static ProviderPrice price(String provider, String total, String perUrl) {
        return new ProviderPrice(provider, Money.ofMajorUnits(new BigDecimal(total), EURO),
                new BigDecimal(perUrl));
    }
}
