package dev.makegood.http;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code POST /api/refunds} asks for: credits of a project or a capture, or money of a payment. */
sealed interface RefundWish {

    String reason();

    /** Credits that a project cost; all that is left, if null. */
    record OfProject(UUID project, @Nullable Credits credits, String reason)
            implements RefundWish {}

    /** Credits that were captured; all that is left, if null. */
    record OfCapture(UUID capture, @Nullable Credits credits, String reason)
            implements RefundWish {}

    /** Money that was paid; all that is left, if null. */
    record OfPayment(UUID payment, @Nullable Money amount, String reason) implements RefundWish {}

    static RefundWish of(Fields fields) {
        return new Read(fields).wish();
    }

    /** The fields, read one after another. */
    final class Read {

        private static final int UUID_CHARACTERS = 36;
        private static final List<String> WHAT = List.of("project", "payment", "capture");

        private final Fields fields;

        private Read(Fields fields) {
            this.fields = fields;
        }

        private RefundWish wish() {
            var project = id("project");
            var payment = id("payment");
            var capture = id("capture");
            var credits = fields.maybeWhole("credits", 1, GrantWish.CREDITS_MAX);
            var amount = amount();
            var reason = fields.line("reason", ReasonWish.REASON_MAX);
            checkTheyBelongTogether();
            fields.check();
            var much = credits == null ? null : new Credits(credits);
            return payment != null ? new OfPayment(payment, amount, reason)
                    : project != null ? new OfProject(project, much, reason)
                            : new OfCapture(Objects.requireNonNull(capture), much, reason);
        }

        private @Nullable UUID id(String name) {
            var text = fields.maybeText(name, UUID_CHARACTERS);
            fields.expect(name, text == null ? "" : text, Texts::isUuid, "must be a UUID");
            return text == null || !Texts.isUuid(text) ? null : UUID.fromString(text);
        }

        private @Nullable Money amount() {
            return fields.any("amount") == null ? null
                    : MoneyFields.money(fields.inside("amount"));
        }

        private void checkTheyBelongTogether() {
            if (WHAT.stream().filter(this::has).count() != 1) {
                fields.wrong("project", "must be given, or else payment or capture, and only one");
            }
            if (has("payment") && has("credits")) {
                fields.wrong("credits", "are not what a payment was: say an amount");
            }
            if (!has("payment") && has("amount")) {
                fields.wrong("amount", "belongs to a payment");
            }
        }

        private boolean has(String name) {
            return fields.any(name) != null;
        }
    }
}
