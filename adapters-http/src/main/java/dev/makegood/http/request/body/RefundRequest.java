package dev.makegood.http.request.body;

import dev.makegood.http.request.Fields;
import dev.makegood.http.request.Texts;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code POST /api/refunds} asks for: a credit refund of a project or a capture, or a payment refund. */
public sealed interface RefundRequest {

    String reason();

    /** A credit refund of a project; all that can still be refunded, if null. */
    record ProjectRefundRequest(UUID projectId, @Nullable Credits credits, String reason)
            implements RefundRequest {}

    /** A credit refund of one capture; all that can still be refunded, if null. */
    record CaptureRefundRequest(UUID captureId, @Nullable Credits credits, String reason)
            implements RefundRequest {}

    /** A payment refund; all that can still be refunded, if null. */
    record PaymentRefundRequest(UUID paymentId, @Nullable Money amount, String reason)
            implements RefundRequest {}

    static RefundRequest of(Fields fields) {
        return new RefundFields(fields).read();
    }

    /** Reads the fields. */
    final class RefundFields {

        private static final int UUID_CHARACTERS = 36;
        private static final List<String> TARGETS = List.of("project", "payment", "capture");

        private final Fields fields;

        private RefundFields(Fields fields) {
            this.fields = fields;
        }

        private RefundRequest read() {
            var project = uuid("project");
            var payment = uuid("payment");
            var capture = uuid("capture");
            var credits = CreditFields.optionalCredits(fields);
            var amount = amount();
            var reason = fields.reason();
            checkCombination();
            fields.throwIfInvalid();
            return payment != null ? new PaymentRefundRequest(payment, amount, reason)
                    : project != null ? new ProjectRefundRequest(project, credits, reason)
                            : new CaptureRefundRequest(
                                    Objects.requireNonNull(capture), credits, reason);
        }

        private @Nullable UUID uuid(String name) {
            var text = fields.optionalText(name, UUID_CHARACTERS);
            fields.requireMatch(name, text == null ? "" : text, Texts::isUuid, "must be a UUID");
            return text == null || !Texts.isUuid(text) ? null : UUID.fromString(text);
        }

        private @Nullable Money amount() {
            return fields.value("amount") == null ? null
                    : MoneyFields.money(fields.nestedObject("amount"));
        }

        private void checkCombination() {
            if (TARGETS.stream().filter(this::isPresent).count() != 1) {
                fields.addError("project",
                        "or payment or capture must be given: exactly one of the three");
            }
            if (isPresent("payment") && isPresent("credits")) {
                fields.addError("credits", "are not for a payment: give an amount");
            }
            if (!isPresent("payment") && isPresent("amount")) {
                fields.addError("amount", "is for a payment only: give credits");
            }
        }

        private boolean isPresent(String name) {
            return fields.value(name) != null;
        }
    }
}
