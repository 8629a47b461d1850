package dev.makegood.yookassa.fake;

import dev.makegood.yookassa.fake.FakeYooKassaResponse.FakeYooKassaError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How they write amounts and times, and what they refuse. */
final class FakeYooKassaFormat {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    /** Those that their API knows. */
    private static final Set<String> CURRENCIES =
            Set.of("RUB", "USD", "EUR", "BYN", "CNY", "KZT", "UAH", "UZS", "TRY", "INR", "MDL",
                    "AZN", "AMD");

    private FakeYooKassaFormat() {}

    static String time(Instant time) {
        return MILLIS.format(time);
    }

    static ObjectNode amount(BigDecimal value, String currency) {
        return FakeYooKassaResponse.JSON.createObjectNode()
                .put("value", value.setScale(2).toPlainString())
                .put("currency", currency);
    }

    static BigDecimal value(JsonNode amount) {
        return new BigDecimal(amount.path("value").stringValue());
    }

    /** An amount in a request; refused if it is not written exactly so. */
    static BigDecimal requireValidAmount(JsonNode amount) {
        require(amount.path("value").isString()
                && amount.path("value").stringValue().matches("^\\d+\\.\\d{2}$"),
                "Incorrect amount value", "amount.value");
        require(CURRENCIES.contains(amount.path("currency").stringValue("")),
                "Incorrect currency", "amount.currency");
        var value = value(amount);
        require(value.signum() > 0, "Amount must be positive", "amount.value");
        return value;
    }

    static void require(boolean fine, String description, String parameter) {
        if (!fine) {
            throw new FakeYooKassaError(FakeYooKassaResponse.invalid(description, parameter));
        }
    }

    static void requireLength(JsonNode request, String name, int most) {
        require(request.path(name).stringValue("").length() <= most, name + " is too long", name);
    }
}
