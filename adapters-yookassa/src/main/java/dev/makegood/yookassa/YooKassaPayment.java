package dev.makegood.yookassa;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentDetails;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A payment as their API shows it; fields that we do not know are ignored.
 *
 * @param refundedAmount how much of it was refunded
 * @param ourPaymentId the id of our payment in its metadata, empty if there is none
 * @param confirmationUrl where it is paid, empty unless they wait for that
 * @param paymentMethodDetails what they say of it, a JSON object; null if they say nothing, or too much
 * @param cancellationReason why it was canceled, empty unless it was
 * @param paidAt when the money became ours, or when it was created as long as it is not
 */
record YooKassaPayment(String id, YooKassaPaymentStatus status, Money amount,
        Money refundedAmount, String ourPaymentId, String confirmationUrl, String paymentMethod,
        @Nullable String paymentMethodDetails, String cancellationReason, Instant createdAt,
        Instant paidAt) {

    /** Under this name they keep our payment's id for us; it never changes: older payments have it. */
    static final String PAYMENT_ID_KEY = "makegood_payment_id";

    private static final int METHOD_DETAILS_MAX = 8_000;

    /** Their four statuses; there is no {@code failed}. */
    enum YooKassaPaymentStatus {
        PENDING, WAITING_FOR_CAPTURE, SUCCEEDED, CANCELED
    }

    /** Empty if it is not a payment, or one with a status that we do not know. */
    static Optional<YooKassaPayment> parse(JsonNode body) {
        try {
            return Optional.of(fromJson(body)).filter(it -> YooKassaClient.isPathSafe(it.id()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static YooKassaPayment fromJson(JsonNode body) {
        var createdAt = Instant.parse(text(body, "created_at"));
        var capturedAt = text(body, "captured_at");
        var amount = YooKassaAmounts.fromJson(body.path("amount"));
        var refunded = body.path("refunded_amount");
        return new YooKassaPayment(text(body, "id"),
                YooKassaPaymentStatus.valueOf(text(body, "status").toUpperCase(Locale.ROOT)),
                amount,
                refunded.isMissingNode() || refunded.isNull() ? amount.none()
                        : YooKassaAmounts.fromJson(refunded),
                text(body.path("metadata"), PAYMENT_ID_KEY),
                text(body.path("confirmation"), "confirmation_url"),
                text(body.path("payment_method"), "type"),
                methodDetails(body.path("payment_method")),
                text(body.path("cancellation_details"), "reason"),
                createdAt, capturedAt.isEmpty() ? createdAt : Instant.parse(capturedAt));
    }

    private static @Nullable String methodDetails(JsonNode method) {
        var json = method.isObject() ? method.toString() : null;
        return json == null || json.length() > METHOD_DETAILS_MAX ? null : json;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }

    boolean isFor(PaymentDetails details) {
        return ourPaymentId.equals(details.id().toString()) && amount.equals(details.amount());
    }
}
