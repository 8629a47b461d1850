package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeAmountsTest {

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"1148.18,EUR,114818", "1.005,KWD,", "0.285,TND,", "10.07,USD,1007", "0.01,USD,1",
            "5,ISK,500", "5,UGX,500", "500,JPY,500", "3000,KRW,3000", "5,MGA,5", "5.20,MGA,",
            "5.120,KWD,5120", "5.130,KWD,5130", "5.124,KWD,", "1.230,BHD,1230", "1.234,OMR,",
            "199.00,RUB,19900", "100.00,HUF,10000", "100.50,TWD,10050"})
    void money_is_sent_as_stripe_counts(String major, String code, Long number) {
        var money = Money.ofMajorUnits(new BigDecimal(major), Currency.getInstance(code));

        assertThat(StripeAmounts.toStripe(money).orElse(null)).isEqualTo(number);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"114818,eur,1148.18 EUR", "500,isk,5 ISK", "500,ugx,5 UGX", "500,jpy,500 JPY",
            "5,mga,5.00 MGA", "5120,kwd,5.120 KWD", "0,usd,0.00 USD", "19900,RUB,199.00 RUB",
            "550,isk,", "-1,usd,", "1,xxx,", "1,zzz,", "1,u$d,", "1,'',"})
    void money_is_read_as_stripe_counts(long number, String code, String money) {
        assertThat(StripeAmounts.fromStripe(number, code).map(Money::toString).orElse(null))
                .isEqualTo(money);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "PYG", "RWF", "VND",
            "VUV", "XAF", "XOF", "XPF"})
    void what_has_no_decimals_is_sent_as_it_is(String code) {
        assertThat(StripeAmounts.toStripe(Money.of(5, code))).contains(5L);
    }

    @Test
    void what_is_sent_is_read_as_the_same_money() {
        for (var currency : Currency.getAvailableCurrencies()) {
            if (currency.getDefaultFractionDigits() >= 0) {
                var money = new Money(1_000, currency);

                assertThat(StripeAmounts.toStripe(money)
                        .flatMap(number -> StripeAmounts.fromStripe(number,
                                StripeAmounts.currencyCode(money))))
                                        .as(currency.getCurrencyCode())
                                        .contains(money);
            }
        }
    }
}
