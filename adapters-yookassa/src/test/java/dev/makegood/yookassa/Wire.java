package dev.makegood.yookassa;

import dev.makegood.yookassa.Answer.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How they write amounts and times, and what they do not take. */
final class Wire {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private Wire() {}

    static String time(Instant time) {
        return MILLIS.format(time);
    }

    static ObjectNode amount(BigDecimal value, String currency) {
        return Answer.JSON.createObjectNode()
                .put("value", value.setScale(2).toPlainString())
                .put("currency", currency);
    }

    static BigDecimal value(JsonNode amount) {
        return new BigDecimal(amount.path("value").stringValue());
    }

    /** An amount that somebody sent; refused if it is not written exactly so. */
    static BigDecimal checked(JsonNode amount) {
        require(amount.path("value").isString()
                && amount.path("value").stringValue().matches("^\\d+\\.\\d{2}$"),
                "Incorrect amount value", "amount.value");
        require(amount.path("currency").stringValue("").matches("[A-Z]{3}"),
                "Incorrect currency", "amount.currency");
        var value = value(amount);
        require(value.signum() > 0, "Amount must be positive", "amount.value");
        return value;
    }

    static void require(boolean fine, String description, String parameter) {
        if (!fine) {
            throw new Refusal(Answer.invalid(description, parameter));
        }
    }

    static void requireLength(JsonNode wish, String name, int most) {
        require(wish.path(name).stringValue("").length() <= most, name + " is too long", name);
    }
}
