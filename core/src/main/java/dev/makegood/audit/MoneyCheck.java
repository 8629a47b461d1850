package dev.makegood.audit;

import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentTasks;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * I7 and I15: no more money was refunded than was paid, and what is open has a task that ends it.
 */
final class MoneyCheck {

    private final ViolationCollector violations;
    private final BiPredicate<String, UUID> hasTask;

    MoneyCheck(ViolationCollector violations, BiPredicate<String, UUID> hasTask) {
        this.violations = violations;
        this.hasTask = hasTask;
    }

    void check(Payment payment) {
        checkRefunds(payment);
        switch (payment) {
            case Payment.Billed p -> expectTask(PaymentTasks.POLL, p, "polls");
            case Payment.Open p -> expectTask(PaymentTasks.POLL, p, "polls");
            case Payment.WaitingForCapture p -> expectTask(PaymentTasks.POLL, p, "polls");
            case Payment.Quarantined p -> {
            }
            case Payment.Succeeded p -> checkPaid(p);
            case Payment.Failed p -> {
            }
            case Payment.Cancelled p -> {
            }
        }
    }

    private void checkPaid(Payment.Succeeded payment) {
        boolean isRequested = payment.refundsAndDisputes()
                .refunds()
                .values()
                .stream()
                .anyMatch(refund -> refund.status() == PaymentRefund.RefundStatus.REQUESTED);
        if (isRequested) {
            expectTask(PaymentTasks.REFUND, payment, "refunds");
        }
    }

    private void expectTask(String kind, Payment payment, String does) {
        violations.expect(hasTask.test(kind, payment.id().value()), "I15",
                () -> "no task " + does + " payment " + payment.id());
    }

    /** A refund that is only requested may prove too much; one that a gateway accepted may not. */
    private void checkRefunds(Payment payment) {
        var base = payment.refundBase();
        var accepted = payment.refundsAndDisputes()
                .refunds()
                .values()
                .stream()
                .filter(MoneyCheck::isAccepted)
                .map(PaymentRefund::amount)
                .reduce(base.none(), Money::plus);
        violations.expect(!accepted.isMoreThan(base), "I7", () -> "refunds of " + accepted
                + " were accepted for payment " + payment.id() + " of " + base);
    }

    private static boolean isAccepted(PaymentRefund refund) {
        return switch (refund.status()) {
            case PENDING, SUCCEEDED -> true;
            case REQUESTED, FAILED -> false;
        };
    }
}
