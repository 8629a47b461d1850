package dev.makegood.yookassa;

import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Amounts as they are written there: a decimal string with exactly the currency's decimals. */
final class YooKassaAmounts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VALUE = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

    private YooKassaAmounts() {}

    static JsonNode toJson(Money amount) {
        return JSON.createObjectNode()
                .put("value", amount.majorUnits().toPlainString())
                .put("currency", amount.currency().getCurrencyCode());
    }

    /**
     * The amount that is written there; also as a number, which means the same.
     *
     * @throws IllegalArgumentException if it is not one
     */
    static Money fromJson(JsonNode json) {
        var value = text(json.path("value"));
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an amount is digits with up to 4 decimals: " + value);
        }
        var currency = Currency.getInstance(json.path("currency").stringValue(""));
        return Money.ofMajorUnits(new BigDecimal(value), currency);
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.stringValue("");
    }
}
