package dev.makegood.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.pricing.SitePageCounter.PagesCounted;
import dev.makegood.pricing.SitePageCounter.PagesUncountable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A website costs what an operator set, or what its pages come to. */
class HostnamePricingTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Hostname SITE = new Hostname("shop.example");
    private static final PageRates RATES = new PageRates(Currency.getInstance("EUR"),
            Map.of("b", new BigDecimal("0.333"), "a", new BigDecimal("0.5")));

    private final Calculations calculations = new InMemoryStore().calculations();

    private HostnamePricing pricing(SitePageCounter counter, PageRates rates) {
        return new HostnamePricing(calculations, counter, rates, InstantSource.fixed(NOW));
    }

    @Test
    void each_page_costs_its_rate_and_the_sum_is_rounded_up_once() {
        var found = pricing(host -> new PagesCounted(10), RATES).find(SITE);

        assertThat(found).contains(new Calculation(SITE, RATES.currency(), List.of(
                new Calculation.ProviderPrice("a", Money.of(500, "EUR"), new BigDecimal("0.5")),
                new Calculation.ProviderPrice("b", Money.of(333, "EUR"), new BigDecimal("0.333"))),
                NOW));
        assertThat(pricing(host -> new PagesCounted(1), RATES).find(new Hostname("one.example")))
                .get()
                .extracting(one -> one.priceOf("b").orElseThrow().total())
                .isEqualTo(Money.of(34, "EUR"));
    }

    @Test
    void pages_are_counted_once_and_the_price_kept() {
        var first = pricing(host -> new PagesCounted(10), RATES).find(SITE);

        assertThat(calculations.find(SITE)).isEqualTo(first);
        assertThat(pricing(host -> new PagesCounted(99), RATES).find(SITE)).isEqualTo(first);
    }

    @Test
    void what_cannot_be_counted_has_no_price() {
        assertThat(pricing(host -> new PagesUncountable("private"), RATES).find(SITE)).isEmpty();
        assertThat(calculations.find(SITE)).isEmpty();
    }

    @Test
    void without_rates_and_without_a_counter_only_an_operators_prices_are_known() {
        var set = new Calculation(SITE, RATES.currency(), List.of(), NOW);

        assertThat(pricing(host -> new PagesCounted(10), PageRates.NONE).find(SITE)).isEmpty();
        assertThat(pricing(SitePageCounter.NONE, RATES).find(SITE)).isEmpty();
        assertThat(SitePageCounter.NONE.countPages(SITE))
                .isEqualTo(new PagesUncountable("no page counter is configured"));

        calculations.save(set);

        assertThat(HostnamePricing.withoutPageCounter(calculations, InstantSource.fixed(NOW))
                .find(SITE)).contains(set);
    }
}
