package dev.makegood.audit;

import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** I16: the history of refunds lists each refund of each payment, once, when it was requested. */
final class RefundRowsCheck {

    private final ViolationCollector violations;
    private final Map<UUID, Instant> listed;

    RefundRowsCheck(ViolationCollector violations, Map<UUID, Instant> listed) {
        this.violations = violations;
        this.listed = new HashMap<>(listed);
    }

    void check(Payment payment) {
        payment.refundsAndDisputes().refunds().values().forEach(refund -> check(payment, refund));
    }

    private void check(Payment payment, PaymentRefund refund) {
        @Nullable
        Instant at = listed.remove(refund.globalId(payment.id()));
        violations.expect(Objects.equals(at, refund.requestedAt()), "I16",
                () -> "the history lists refund " + refund.key() + " of payment " + payment.id()
                        + " at " + at + ", not at " + refund.requestedAt());
    }

    void finish() {
        listed.keySet()
                .forEach(refund -> violations.expect(false, "I16",
                        () -> "the history lists a refund that no payment has: " + refund));
    }
}
