package dev.makegood.yookassa;

import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A payment as their API shows it; fields we do not know are left aside.
 *
 * @param returned how much of it has gone back
 * @param ours the id of our payment that we told them, empty if there is none
 * @param link where it is paid, empty unless they wait for that
 * @param reason why it was canceled, empty unless it was
 * @param paidAt when the money became ours, or when it was created as long as it is not
 */
record TheirPayment(String id, Status status, Money amount, Money returned, String ours,
        String link, String method,
        String reason, Instant createdAt, Instant paidAt) {

    /** Under this name they keep our payment's id for us. */
    static final String OURS = "makegood_payment";

    /** Their four words for how far it is; there is no {@code failed}. */
    enum Status {
        PENDING, WAITING_FOR_CAPTURE, SUCCEEDED, CANCELED
    }

    /** Empty if it is not such a thing, or one in a state that nobody knew when this was written. */
    static Optional<TheirPayment> of(JsonNode body) {
        try {
            return Optional.of(read(body)).filter(it -> Line.mayStandInAPath(it.id()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TheirPayment read(JsonNode body) {
        var created = Instant.parse(text(body, "created_at"));
        var captured = text(body, "captured_at");
        var amount = Amounts.read(body.path("amount"));
        var returned = body.path("refunded_amount");
        return new TheirPayment(text(body, "id"),
                Status.valueOf(text(body, "status").toUpperCase(Locale.ROOT)),
                amount, returned.isMissingNode() ? amount.none() : Amounts.read(returned),
                text(body.path("metadata"), OURS),
                text(body.path("confirmation"), "confirmation_url"),
                text(body.path("payment_method"), "type"),
                text(body.path("cancellation_details"), "reason"),
                created, captured.isEmpty() ? created : Instant.parse(captured));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }

    boolean isFor(Bill bill) {
        return ours.equals(bill.id().toString()) && amount.equals(bill.amount());
    }
}
