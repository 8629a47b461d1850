package dev.makegood.http.response;

import dev.makegood.http.response.view.Generation;

import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a generation, as its page shows it.
 *
 * @param mayChange whether it can change without the customer
 */
public record GenerationProgress(String title, String text, boolean mayChange) {

    private static final GenerationProgress PAYMENT_OPENING =
            new GenerationProgress("Your payment is being prepared",
                    "This takes a moment. This page will show where you can pay.", true);
    private static final GenerationProgress WAITING_FOR_CAPTURE = new GenerationProgress(
            "Your payment is being confirmed",
            "Your bank has reserved the money. You need not do anything else.", true);
    private static final GenerationProgress QUARANTINED = new GenerationProgress(
            "Your payment is being checked",
            "We received a payment that differs from the one we asked for. A person will check it.",
            false);
    private static final GenerationProgress OPEN =
            new GenerationProgress("Waiting for your payment",
                    "The generation begins as soon as it is paid.", true);
    private static final GenerationProgress SUBMITTED =
            new GenerationProgress("Your bank is working on it",
                    "You need not pay again. The generation begins when the money "
                            + "has arrived; with some banks this takes days.",
                    true);
    private static final GenerationProgress UNPAID =
            new GenerationProgress("The payment was not completed",
                    "Nothing was charged. You can ask for a new payment at any time.", false);
    private static final GenerationProgress QUEUED = new GenerationProgress("In the queue",
            "The generation begins soon. This page shows its progress.", true);
    private static final GenerationProgress PROCESSING = new GenerationProgress("In progress",
            "The generation is running. This page shows when it is done.", true);
    private static final GenerationProgress COMPLETED =
            new GenerationProgress("Done", "The generation is complete.", false);
    private static final GenerationProgress ABANDONED = new GenerationProgress("Abandoned",
            "It was not paid in time, or its price was withdrawn. Nothing was charged.", false);
    private static final GenerationProgress FAILED =
            new GenerationProgress("The generation failed", "It cost nothing.", false);

    /** The progress by what is stored, and by whether the gateway says that its payment is submitted. */
    public static GenerationProgress of(Generation generation, boolean isSubmitted) {
        return switch (generation.project()) {
            case Project.AwaitingPayment p -> ofPayment(generation.payment(), isSubmitted);
            case Project.Pending p -> QUEUED;
            case Project.Sent p -> QUEUED;
            case Project.Processing p -> PROCESSING;
            case Project.Completed p -> COMPLETED;
            case Project.Failed p -> ofFailure(p, generation.payment());
        };
    }

    private static GenerationProgress ofPayment(
            @Nullable Payment payment, boolean isSubmitted) {
        return payment == null ? UNPAID : switch (payment) {
            case Payment.Billed p -> PAYMENT_OPENING;
            case Payment.Open p -> isSubmitted ? SUBMITTED : OPEN;
            case Payment.WaitingForCapture p -> WAITING_FOR_CAPTURE;
            case Payment.Quarantined p -> QUARANTINED;
            case Payment.Succeeded p -> QUEUED;
            case Payment.Failed p -> UNPAID;
            case Payment.Cancelled p -> UNPAID;
        };
    }

    private static GenerationProgress ofFailure(Project.Failed project, @Nullable Payment payment) {
        return payment instanceof Payment.Succeeded paid ? ofRefund(paid)
                : project.failure().reason() == FailureReason.PAYMENT_ABANDONED ? ABANDONED
                        : FAILED;
    }

    private static GenerationProgress ofRefund(Payment.Succeeded paid) {
        if (paid.refundsAndDisputes().isDisputed()) {
            return new GenerationProgress("The generation failed", "Your payment of "
                    + paid.paid().amount() + " is with your bank until the dispute is decided.",
                    true);
        }
        var refunds = paid.refundsAndDisputes().refunds().values();
        boolean isPending = refunds.stream().anyMatch(PaymentRefund::isOpen);
        var amount = paid.paid().amount();
        boolean isRefunded =
                paid.refundsAndDisputes().reversedAmount(amount).equals(amount) && !isPending;
        boolean hasFailed = !isRefunded
                && !isPending
                && refunds.stream()
                        .anyMatch(refund -> refund.status() == PaymentRefund.RefundStatus.FAILED);
        var where = isRefunded ? "was refunded."
                : hasFailed ? "could not be refunded yet. A person will check it."
                        : "is being refunded.";
        return new GenerationProgress("The generation failed",
                "Your payment of " + paid.paid().amount() + " " + where, !isRefunded && !hasFailed);
    }
}
