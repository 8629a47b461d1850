package dev.makegood.http.response.view;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.payment.Payment;
import dev.makegood.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * A generation: what was requested, its project, and its latest payment.
 *
 * @param payment null if there is none
 */
public record Generation(GenerationRequest request, Project project, @Nullable Payment payment) {

    /** A payment that succeeded counts before its task has updated the request. */
    public boolean isPaid() {
        return request.isPaid() || payment instanceof Payment.Succeeded;
    }

    /** Where it can be paid; null if nothing is to be paid, or there is no checkout yet. */
    @Nullable
    public String paymentLink() {
        return payment != null && isAwaitingPayment() ? PaymentViews.checkoutLinkOf(payment) : null;
    }

    /** Tells whether it awaits a payment and has none that can still be paid. */
    public boolean needsNewPayment() {
        return isAwaitingPayment()
                && !isPaid()
                && (payment == null
                        || payment instanceof Payment.Failed
                        || payment instanceof Payment.Cancelled);
    }

    private boolean isAwaitingPayment() {
        return project instanceof Project.AwaitingPayment;
    }
}
