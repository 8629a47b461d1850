package dev.makegood.yookassa;

import dev.makegood.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Amounts as they are written there: a decimal string with exactly the currency's decimals. */
final class Amounts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VALUE = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

    private Amounts() {}

    static JsonNode written(Money amount) {
        return JSON.createObjectNode()
                .put("value", amount.major().toPlainString())
                .put("currency", amount.currency().getCurrencyCode());
    }

    /**
     * The amount that is written there.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Money read(JsonNode written) {
        var value = written.path("value").stringValue("");
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an amount");
        }
        var currency = Currency.getInstance(written.path("currency").stringValue(""));
        return Money.exactly(new BigDecimal(value), currency);
    }
}
