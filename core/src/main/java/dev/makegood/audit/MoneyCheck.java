package dev.makegood.audit;

import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.Payments;
import java.util.UUID;
import java.util.function.BiPredicate;

/** I7 and I15: no more money went back than was paid, and what is open has a task that ends it. */
final class MoneyCheck {

    private final Findings findings;
    private final BiPredicate<String, UUID> isLeft;

    MoneyCheck(Findings findings, BiPredicate<String, UUID> isLeft) {
        this.findings = findings;
        this.isLeft = isLeft;
    }

    void see(Payment payment) {
        refunds(payment);
        switch (payment) {
            case Payment.Billed p -> expectTask(Payments.LOOK_TASK, p, "asks about");
            case Payment.Open p -> expectTask(Payments.LOOK_TASK, p, "asks about");
            case Payment.WaitingForCapture p -> expectTask(Payments.LOOK_TASK, p, "asks about");
            case Payment.Quarantined p -> {
            }
            case Payment.Succeeded p -> paid(p);
            case Payment.Failed p -> {
            }
            case Payment.Cancelled p -> {
            }
        }
    }

    private void paid(Payment.Succeeded payment) {
        findings.expect(payment.paid().amount().equals(payment.bill().amount()), "I6",
                () -> "payment " + payment.id() + " succeeded with another amount than billed");
        boolean isAsked = payment.aftermath()
                .refunds()
                .values()
                .stream()
                .anyMatch(refund -> refund.state() == PaymentRefund.State.ASKED);
        if (isAsked) {
            expectTask(Payments.RETURN_TASK, payment, "gives back the money of");
        }
    }

    private void expectTask(String kind, Payment payment, String does) {
        findings.expect(isLeft.test(kind, payment.id().value()), "I15",
                () -> "no task " + does + " payment " + payment.id());
    }

    /** What we only mean to give back may prove too much; what a gateway accepted may not. */
    private void refunds(Payment payment) {
        var billed = payment.bill().amount();
        var accepted = payment.aftermath()
                .refunds()
                .values()
                .stream()
                .filter(MoneyCheck::isAccepted)
                .map(PaymentRefund::amount)
                .reduce(billed.none(), Money::plus);
        findings.expect(!accepted.isMoreThan(billed), "I7", () -> "refunds of " + accepted
                + " were accepted for payment " + payment.id() + " of " + billed);
    }

    private static boolean isAccepted(PaymentRefund refund) {
        return switch (refund.state()) {
            case PENDING, SUCCEEDED -> true;
            case ASKED, FAILED -> false;
        };
    }
}
