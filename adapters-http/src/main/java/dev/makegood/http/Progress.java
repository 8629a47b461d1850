package dev.makegood.http;

import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation is, in the words of its page.
 *
 * @param goesOn whether it may change by itself
 */
record Progress(String title, String text, boolean goesOn) {

    private static final Progress PREPARED = new Progress("Your payment is being prepared",
            "This takes a moment. The page shows by itself where you can pay.", true);
    private static final Progress CONFIRMED = new Progress("Your payment is being confirmed",
            "Your bank has set the money aside. There is nothing more to do for you.", true);
    private static final Progress SET_ASIDE = new Progress("Your payment needs a person",
            "We received a payment that is not the one we asked for. A person is looking at it.",
            false);
    private static final Progress OPEN = new Progress("Ready when you are",
            "The generation begins as soon as it is paid.", true);
    private static final Progress UNPAID = new Progress("The payment was not completed",
            "Nothing was charged. You can ask for a new payment at any time.", false);
    private static final Progress QUEUED = new Progress("In the queue",
            "The generation begins shortly. This page shows how far it is.", true);
    private static final Progress AT_WORK = new Progress("At work",
            "The generation is being made. This page shows when it is done.", true);
    private static final Progress DONE = new Progress("Done", "The generation is complete.", false);
    private static final Progress ABANDONED = new Progress("Given up",
            "It was not paid in time, or its price was withdrawn. Nothing was charged.", false);
    private static final Progress FAILED =
            new Progress("The generation failed", "It cost nothing.", false);

    static Progress of(Generation generation) {
        return switch (generation.project()) {
            case Project.AwaitingPayment p -> ofPayment(generation.payment());
            case Project.Pending p -> QUEUED;
            case Project.Sent p -> QUEUED;
            case Project.Processing p -> AT_WORK;
            case Project.Completed p -> DONE;
            case Project.Failed p -> failed(p, generation.payment());
        };
    }

    private static Progress ofPayment(@Nullable Payment payment) {
        return payment == null ? UNPAID : switch (payment) {
            case Payment.Billed p -> PREPARED;
            case Payment.Open p -> OPEN;
            case Payment.WaitingForCapture p -> CONFIRMED;
            case Payment.Quarantined p -> SET_ASIDE;
            case Payment.Succeeded p -> QUEUED;
            case Payment.Failed p -> UNPAID;
            case Payment.Cancelled p -> UNPAID;
        };
    }

    private static Progress failed(Project.Failed project, @Nullable Payment payment) {
        return payment instanceof Payment.Succeeded paid ? givenBack(paid)
                : project.why().reason() == FailureReason.PAYMENT_ABANDONED ? ABANDONED : FAILED;
    }

    private static Progress givenBack(Payment.Succeeded paid) {
        var refunds = paid.aftermath().refunds().values();
        boolean isOpen = refunds.stream().anyMatch(PaymentRefund::isOpen);
        boolean isBack = paid.refundable().isNone() && !isOpen;
        boolean stays = !isBack
                && !isOpen
                && refunds.stream()
                        .anyMatch(refund -> refund.state() == PaymentRefund.State.FAILED);
        var where = isBack ? "was given back."
                : stays ? "could not be given back yet. A person is looking at it."
                        : "is on its way back to you.";
        return new Progress("The generation failed",
                "Your payment of " + paid.paid().amount() + " " + where, !isBack && !stays);
    }
}
