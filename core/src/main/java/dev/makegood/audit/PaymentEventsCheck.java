package dev.makegood.audit;

import dev.makegood.event.RecordedEvent;
import dev.makegood.payment.Payment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** I10: the creation of a payment and its end have one event each. */
final class PaymentEventsCheck {

    private static final String BILLED = "payment.billed";
    private static final String SUCCEEDED = "payment.succeeded";
    private static final String FAILED = "payment.failed";
    private static final String CANCELLED = "payment.cancelled";
    private static final Set<String> EMITTED_ONCE = Set.of(BILLED, SUCCEEDED, FAILED, CANCELLED);

    /** One event that a payment has once. */
    private record ExpectedEvent(String type, String payment) {}

    private final ViolationCollector violations;
    /** The events there should be, less those there are. */
    private final Map<ExpectedEvent, Integer> missing = new HashMap<>();
    private final Set<String> paid = new HashSet<>();
    private final Set<String> paidOtherwise = new HashSet<>();
    private final Set<String> accepted = new HashSet<>();

    PaymentEventsCheck(ViolationCollector violations) {
        this.violations = violations;
    }

    void check(Payment payment) {
        var id = payment.id().toString();
        expectEvent(BILLED, id);
        switch (payment) {
            case Payment.Billed p -> {
            }
            case Payment.Open p -> {
            }
            case Payment.WaitingForCapture p -> {
            }
            case Payment.Quarantined p -> paid.add(id);
            case Payment.Succeeded p -> {
                paid.add(id);
                expectEvent(SUCCEEDED, id);
                if (p.isPaidOtherwise()) {
                    paidOtherwise.add(id);
                }
            }
            case Payment.Failed p -> expectEvent(FAILED, id);
            case Payment.Cancelled p -> expectEvent(CANCELLED, id);
        }
    }

    private void expectEvent(String type, String payment) {
        missing.merge(new ExpectedEvent(type, payment), 1, Integer::sum);
    }

    void check(RecordedEvent event) {
        if (EMITTED_ONCE.contains(event.type())) {
            var payment = event.facts().getOrDefault("payment", "");
            missing.merge(new ExpectedEvent(event.type(), payment), -1, Integer::sum);
            if (event.facts().containsKey("accepted")) {
                accepted.add(payment);
            }
        }
    }

    void finish() {
        paidOtherwise.forEach(payment -> violations.expect(accepted.contains(payment), "I6",
                () -> "payment " + payment
                        + " succeeded with another amount than billed, and nobody accepted it"));
        missing.forEach((expected, left) -> violations.expect(
                left == 0 || (left == -1 && isPaidAfterAll(expected)),
                "I10", () -> "payment " + expected.payment() + " has too few or too many events "
                        + expected.type() + ": " + left));
    }

    /** Paid after all: it had failed or been cancelled, and has the event of that. */
    private boolean isPaidAfterAll(ExpectedEvent expected) {
        return paid.contains(expected.payment())
                && (expected.type().equals(FAILED) || expected.type().equals(CANCELLED));
    }
}
