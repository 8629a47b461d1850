package dev.makegood.http;

import dev.makegood.money.Money;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Calculation.Price;
import dev.makegood.pricing.Hostname;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.regex.Pattern;

/** What {@code PUT /api/calculations/{hostname}} sets: one price for each provider. */
final class CalculationWish {

    private static final int PRICES_MAX = 20;
    private static final int NAME_MAX = 50;
    private static final int TOTAL_DECIMALS = 4;
    private static final int PER_URL_DECIMALS = 8;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]*");

    private CalculationWish() {}

    static Calculation of(Fields fields, Hostname hostname, Instant now) {
        var currency = MoneyFields.currency(fields);
        var prices = fields.each("prices", PRICES_MAX)
                .stream()
                .map(item -> price(item, currency))
                .toList();
        if (prices.stream().map(Price::provider).distinct().count() < prices.size()) {
            fields.wrong("prices", "must have one price for each provider");
        }
        fields.check();
        return new Calculation(hostname, currency, prices, now);
    }

    private static Price price(Fields fields, Currency currency) {
        var provider = provider(fields);
        var price = fields.inside("price");
        fields.checkNames();
        var total = MoneyFields.decimal(price, "total", TOTAL_DECIMALS);
        var perUrl = price.any("perUrl") == null ? BigDecimal.ZERO
                : MoneyFields.decimal(price, "perUrl", PER_URL_DECIMALS);
        price.checkNames();
        var money = MoneyFields.exactly(total, currency);
        if (money.isEmpty()) {
            price.wrong("total", "must be exact in " + currency);
        }
        return new Price(provider, money.orElseGet(() -> nothing(currency)), perUrl);
    }

    private static Money nothing(Currency currency) {
        return new Money(0, currency);
    }

    private static String provider(Fields fields) {
        var provider = fields.text("provider", NAME_MAX);
        if (!NAME.matcher(provider).matches()) {
            fields.wrong("provider", "must be as gemini");
            return "none";
        }
        return provider;
    }
}
