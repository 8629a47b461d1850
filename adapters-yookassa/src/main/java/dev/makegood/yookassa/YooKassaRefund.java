package dev.makegood.yookassa;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A refund as their API shows it.
 *
 * @param description written by us, or by the shop's staff in the cabinet
 * @param cancellationReason why it was cancelled, empty unless it was
 */
record YooKassaRefund(String id, String paymentId, RefundStatus status, Money amount,
        String description, String cancellationReason, Instant createdAt) {

    /** Empty if it is not a refund. */
    static Optional<YooKassaRefund> parse(JsonNode body) {
        try {
            return Optional.of(fromJson(body))
                    .filter(it -> YooKassaClient.isPathSafe(it.id()))
                    .filter(it -> YooKassaClient.isPathSafe(it.paymentId()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static YooKassaRefund fromJson(JsonNode body) {
        return new YooKassaRefund(text(body, "id"), text(body, "payment_id"),
                status(text(body, "status")), YooKassaAmounts.fromJson(body.path("amount")),
                text(body, "description"), text(body.path("cancellation_details"), "reason"),
                Instant.parse(text(body, "created_at")));
    }

    private static RefundStatus status(String label) {
        return switch (label) {
            case "pending" -> RefundStatus.PENDING;
            case "succeeded" -> RefundStatus.SUCCEEDED;
            case "canceled" -> RefundStatus.FAILED;
            default -> throw new IllegalArgumentException("not a status of a refund: " + label);
        };
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }
}
