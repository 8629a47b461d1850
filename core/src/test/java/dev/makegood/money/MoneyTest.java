package dev.makegood.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"1148.18,EUR,114818", "199,RUB,19900", "500,JPY,500", "5.124,KWD,5124", "0,EUR,0"})
    void an_amount_is_exact_in_the_minor_units_of_its_currency(
            BigDecimal major, String currency, long minor) {
        var money = Money.ofMajorUnits(major, Currency.getInstance(currency));

        assertThat(money).isEqualTo(Money.of(minor, currency));
        assertThat(money.majorUnits()).isEqualByComparingTo(major);
    }

    @ParameterizedTest
    @CsvSource({"1.005,EUR", "0.5,JPY", "0.0001,KWD", "1e20,EUR"})
    void an_amount_that_is_not_exact_is_refused(BigDecimal major, String currency) {
        assertThatThrownBy(() -> Money.ofMajorUnits(major, Currency.getInstance(currency)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(currency);
    }

    @Test
    void two_currencies_in_one_sum_are_a_bug() {
        assertThatThrownBy(() -> Money.of(1, "EUR").plus(Money.of(1, "RUB")))
                .hasMessageContaining("EUR")
                .hasMessageContaining("RUB");
    }

    @Test
    void there_is_no_less_than_nothing() {
        assertThatThrownBy(() -> Money.of(1, "EUR").minus(Money.of(2, "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "EUR").plus(Money.of(1, "EUR")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void an_amount_is_written_with_the_decimals_of_its_currency() {
        assertThat(Money.of(114818, "EUR")).hasToString("1148.18 EUR");
        assertThat(Money.of(500, "JPY")).hasToString("500 JPY");
        assertThat(Money.of(5, "KWD")).hasToString("0.005 KWD");
    }

    @Test
    void amounts_of_one_currency_are_compared_and_added() {
        var one = Money.of(1, "EUR");
        var two = Money.of(2, "EUR");

        assertThat(one.plus(one)).isEqualTo(two);
        assertThat(two.minus(one)).isEqualTo(one);
        assertThat(one.min(two)).isEqualTo(one);
        assertThat(two.min(one)).isEqualTo(one);
        assertThat(two.isMoreThan(one)).isTrue();
        assertThat(one.isMoreThan(one)).isFalse();
        assertThat(one.isMoreThan(two)).isFalse();
    }

    @Test
    void nothing_is_an_amount_and_less_is_none() {
        assertThat(Money.of(1, "EUR").none()).isEqualTo(Money.of(0, "EUR"));
        assertThat(Money.of(0, "EUR").isNone()).isTrue();
        assertThat(Money.of(1, "EUR").isNone()).isFalse();
        assertThatThrownBy(() -> Money.of(-1, "EUR")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be negative");
        assertThatThrownBy(() -> Money.of(1, "XAU")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have minor units");
    }

    @Test
    void amounts_of_two_currencies_are_not_compared() {
        assertThatThrownBy(() -> Money.of(1, "EUR").isMoreThan(Money.of(1, "RUB")))
                .hasMessageContaining("two currencies");
    }
}
