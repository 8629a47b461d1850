package dev.makegood.http.request.body;

import dev.makegood.http.request.Fields;

import dev.makegood.money.Money;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Calculation.ProviderPrice;
import dev.makegood.pricing.Hostname;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.regex.Pattern;

/** What {@code PUT /api/calculations/{hostname}} sets: one price for each provider. */
public final class CalculationRequest {

    private static final int PRICES_MAX = 20;
    private static final int NAME_MAX = 50;
    private static final int TOTAL_DECIMALS = 4;
    private static final int PER_URL_DECIMALS = 8;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]*");

    private CalculationRequest() {}

    public static Calculation readCalculation(Fields fields, Hostname hostname, Instant now) {
        var currency = MoneyFields.currency(fields);
        var prices = fields.nestedObjects("prices", PRICES_MAX)
                .stream()
                .map(item -> price(item, currency))
                .toList();
        if (prices.stream().map(ProviderPrice::provider).distinct().count() < prices.size()) {
            fields.addError("prices", "must name each provider once");
        }
        fields.throwIfInvalid();
        return new Calculation(hostname, currency, prices, now);
    }

    private static ProviderPrice price(Fields fields, Currency currency) {
        var provider = provider(fields);
        var price = fields.nestedObject("price");
        fields.addErrorsForUnknownFields();
        var total = MoneyFields.decimal(price, "total", TOTAL_DECIMALS);
        var perUrl = price.value("perUrl") == null ? BigDecimal.ZERO
                : MoneyFields.decimal(price, "perUrl", PER_URL_DECIMALS);
        price.addErrorsForUnknownFields();
        var money = MoneyFields.exactMoney(total, currency);
        if (money.isEmpty()) {
            price.addError("total", "has more decimals than " + currency + ": at most "
                    + currency.getDefaultFractionDigits());
        }
        return new ProviderPrice(provider, money.orElseGet(() -> zero(currency)), perUrl);
    }

    private static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    private static String provider(Fields fields) {
        var provider = fields.text("provider", NAME_MAX);
        if (!NAME.matcher(provider).matches()) {
            fields.addError("provider", "must be a lower-case name such as gemini");
            return "none";
        }
        return provider;
    }
}
