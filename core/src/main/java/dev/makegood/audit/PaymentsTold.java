package dev.makegood.audit;

import dev.makegood.event.Recorded;
import dev.makegood.payment.Payment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** I10: that money was asked for, and how that ended, was told once. */
final class PaymentsTold {

    private static final String BILLED = "payment.billed";
    private static final String SUCCEEDED = "payment.succeeded";
    private static final String FAILED = "payment.failed";
    private static final String CANCELLED = "payment.cancelled";
    private static final Set<String> TOLD_ONCE = Set.of(BILLED, SUCCEEDED, FAILED, CANCELLED);

    /** One of the things that are told once, of one payment. */
    private record News(String type, String payment) {}

    private final Findings findings;
    /** What should have been told, less what was. */
    private final Map<News, Integer> untold = new HashMap<>();
    private final Set<String> paid = new HashSet<>();

    PaymentsTold(Findings findings) {
        this.findings = findings;
    }

    void see(Payment payment) {
        var id = payment.id().toString();
        expected(BILLED, id);
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
                expected(SUCCEEDED, id);
            }
            case Payment.Failed p -> expected(FAILED, id);
            case Payment.Cancelled p -> expected(CANCELLED, id);
        }
    }

    private void expected(String type, String payment) {
        untold.merge(new News(type, payment), 1, Integer::sum);
    }

    void see(Recorded event) {
        if (TOLD_ONCE.contains(event.type())) {
            var payment = event.facts().getOrDefault("payment", "");
            untold.merge(new News(event.type(), payment), -1, Integer::sum);
        }
    }

    void end() {
        untold.forEach((news, left) -> findings.expect(
                left == 0 || (left == -1 && isOvertaken(news)),
                "I10", () -> "payment " + news.payment() + " told too little or too much of "
                        + news.type() + ": " + left));
    }

    /** Paid after all: it had failed or been cancelled, and that was told then. */
    private boolean isOvertaken(News news) {
        return paid.contains(news.payment())
                && (news.type().equals(FAILED) || news.type().equals(CANCELLED));
    }
}
