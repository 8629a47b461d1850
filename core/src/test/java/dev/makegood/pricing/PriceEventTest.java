package dev.makegood.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.hash.Hash;
import dev.makegood.money.Money;
import dev.makegood.pricing.Calculation.ProviderPrice;
import dev.makegood.pricing.PriceEvent.CalculationChanged;
import dev.makegood.pricing.PriceEvent.CalculationWithdrawn;
import dev.makegood.pricing.PriceEvent.TariffChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who changed which price stands in the events, with a hash of what it is from then on. */
class PriceEventTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Hostname SITE = new Hostname("shop.example");
    private static final Tariff TARIFF = new Tariff("images/portrait", new BigDecimal("8.50"),
            Map.of("hd", new BigDecimal("1.5"), "4k", new BigDecimal("2")));

    private static Calculation calculation(ProviderPrice... prices) {
        return new Calculation(SITE, Currency.getInstance("EUR"), List.of(prices), NOW);
    }

    private static ProviderPrice price(String provider, long cents) {
        return new ProviderPrice(provider, Money.of(cents, "EUR"), new BigDecimal("0.5"));
    }

    @Test
    void a_price_that_changes_says_to_what() {
        assertThat(new TariffChanged(TARIFF, "operator:test").facts()).isEqualTo(Map.of(
                "operation", "images/portrait", "basePrice", "8.50", "multipliers",
                "{4k=2, hd=1.5}", "actor", "operator:test"));
        assertThat(
                new CalculationChanged(calculation(price("a", 500), price("b", 34)), "operator:x")
                        .facts()).isEqualTo(Map.of("hostname", "shop.example", "prices",
                                "a 5.00 EUR, b 0.34 EUR", "actor", "operator:x"));
        assertThat(new CalculationWithdrawn(SITE, "operator:x").facts()).isEqualTo(Map.of(
                "hostname", "shop.example", "prices", "none", "actor", "operator:x"));
    }

    @Test
    void every_change_of_a_price_is_one_type_of_event() {
        assertThat(Stream.of(new TariffChanged(TARIFF, "x"),
                new CalculationChanged(calculation(), "x"), new CalculationWithdrawn(SITE, "x")))
                        .extracting(PriceEvent::type)
                        .containsOnly("price.changed");
    }

    @Test
    void an_event_has_the_hash_of_what_it_leaves() {
        var priced = calculation(price("a", 500));

        assertThat(new TariffChanged(TARIFF, "x").stateHash()).isEqualTo(TARIFF.stateHash());
        assertThat(new CalculationChanged(priced, "x").stateHash()).isEqualTo(priced.stateHash());
        assertThat(new CalculationWithdrawn(SITE, "x").stateHash()).isEqualTo(Hash.NONE);
    }

    @Test
    void another_price_has_another_hash() {
        var one = calculation(price("a", 500)).stateHash();

        assertThat(calculation(price("a", 501)).stateHash()).isNotEqualTo(one);
        assertThat(calculation(price("b", 500)).stateHash()).isNotEqualTo(one);
        assertThat(new Tariff(TARIFF.path(), BigDecimal.ONE, TARIFF.multipliers()).stateHash())
                .isNotEqualTo(TARIFF.stateHash());
    }
}
