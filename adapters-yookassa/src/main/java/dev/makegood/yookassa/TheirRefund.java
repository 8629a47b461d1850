package dev.makegood.yookassa;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentRefund.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A refund as their API shows it.
 *
 * @param note what we, or somebody in their cabinet, wrote on it
 * @param reason why it was canceled, empty unless it was
 */
record TheirRefund(String id, String payment, State state, Money amount, String note, String reason,
        Instant createdAt) {

    /** Empty if it is not such a thing. */
    static Optional<TheirRefund> of(JsonNode body) {
        try {
            return Optional.of(read(body))
                    .filter(it -> Line.mayStandInAPath(it.id()))
                    .filter(it -> Line.mayStandInAPath(it.payment()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TheirRefund read(JsonNode body) {
        return new TheirRefund(text(body, "id"), text(body, "payment_id"),
                state(text(body, "status")), Amounts.read(body.path("amount")),
                text(body, "description"), text(body.path("cancellation_details"), "reason"),
                Instant.parse(text(body, "created_at")));
    }

    private static State state(String label) {
        return switch (label) {
            case "pending" -> State.PENDING;
            case "succeeded" -> State.SUCCEEDED;
            case "canceled" -> State.FAILED;
            default -> throw new IllegalArgumentException("not a refund's status: " + label);
        };
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }
}
