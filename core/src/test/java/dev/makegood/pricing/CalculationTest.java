package dev.makegood.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.pricing.Calculation.ProviderPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be for sale: websites by provider, and packs of credits. */
class CalculationTest {

    private static ProviderPrice price(String provider, String perUrl) {
        return new ProviderPrice(provider, Money.of(1, "EUR"), new BigDecimal(perUrl));
    }

    private static Calculation calculation(ProviderPrice... prices) {
        return new Calculation(new Hostname("shop.example"), Currency.getInstance("EUR"),
                List.of(prices), Instant.EPOCH);
    }

    @Test
    void a_provider_has_one_price() {
        assertThat(calculation(price("a", "1"), price("b", "2")).priceOf("b"))
                .contains(price("b", "2"));
        assertThat(calculation(price("a", "1")).priceOf("b")).isEmpty();
        assertThatThrownBy(() -> calculation(price("a", "1"), price("a", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a provider must not have two prices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00000001", "1.100000000"})
    void a_page_costs_nothing_or_more_in_eight_decimals(String perUrl) {
        assertThat(price("a", perUrl).perUrl()).isEqualTo(perUrl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "0.000000001"})
    void a_page_costs_no_other_number(String perUrl) {
        assertThatThrownBy(() -> price("a", perUrl)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 8 decimals");
    }

    @Test
    void a_name_that_is_none_has_no_price() {
        assertThatThrownBy(() -> price("A", "1")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("provider");
    }

    @Test
    void a_pack_has_a_name_credits_and_a_price() {
        var credits = new Credits(100);
        var price = Money.of(1, "EUR");

        assertThat(new CreditPack("starter", "Starter", credits, Credits.NONE, price).price())
                .isEqualTo(price);
        assertThatThrownBy(() -> new CreditPack("Starter!", "", credits, Credits.NONE, price))
                .hasMessageContaining("credit pack");
        assertThatThrownBy(() -> new CreditPack("starter", "", Credits.NONE, credits, price))
                .hasMessageContaining("above zero");
        assertThatThrownBy(() -> new CreditPack("starter", "", credits, credits, price.none()))
                .hasMessageContaining("above zero");
    }
}
