package dev.makegood.yookassa.fake;

import static dev.makegood.yookassa.fake.FakeYooKassaFormat.require;
import static dev.makegood.yookassa.fake.FakeYooKassaFormat.requireLength;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** What they accept and refuse in a request for a payment. */
final class FakeYooKassaValidation {

    private static final BigDecimal LEAST = BigDecimal.ONE;
    private static final BigDecimal MOST = new BigDecimal("700000.00");
    private static final BigDecimal MOST_BY_CARD = new BigDecimal("350000.00");

    void check(JsonNode request) {
        var value = FakeYooKassaFormat.requireValidAmount(request.path("amount"));
        var byCard = request.path("payment_method_data")
                .path("type")
                .stringValue("")
                .equals("bank_card");
        require(value.compareTo(LEAST) >= 0 && value.compareTo(byCard ? MOST_BY_CARD : MOST) <= 0,
                "The amount is outside of the limits of the payment method", "amount.value");
        require(request.path("capture").isMissingNode() || request.path("capture").isBoolean(),
                "capture must be boolean", "capture");
        requireLength(request, "description", 128);
        checkConfirmation(request.path("confirmation"));
        checkMetadata(request.path("metadata"));
    }

    private static void checkConfirmation(JsonNode confirmation) {
        require(confirmation.path("type").stringValue("").equals("redirect"),
                "Only redirect is played here", "confirmation.type");
        require(confirmation.path("return_url").stringValue("").matches("https?://\\S+"),
                "return_url is required", "confirmation.return_url");
        requireLength(confirmation, "return_url", 2048);
    }

    private static void checkMetadata(JsonNode metadata) {
        require(metadata.size() <= 16, "Too many metadata", "metadata");
        metadata.properties().forEach(entry -> {
            require(entry.getKey().length() <= 32, "A name is too long", "metadata");
            require(entry.getValue().isString() && entry.getValue().stringValue().length() <= 512,
                    "A value is too long, or no text", "metadata");
        });
    }
}
