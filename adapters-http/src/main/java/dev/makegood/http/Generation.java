package dev.makegood.http;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.payment.Payment;
import dev.makegood.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * A generation as it stands: what was wished for, the work, and the payment asked for last.
 *
 * @param payment null if none was asked for
 */
record Generation(GenerationRequest request, Project project, @Nullable Payment payment) {

    /** Money is a fact: a payment that succeeded counts before the work has heard of it. */
    boolean isPaid() {
        return request.paid() || payment instanceof Payment.Succeeded;
    }

    /** Where it can be paid; null if there is nothing to pay, or nowhere yet. */
    @Nullable
    String link() {
        return payment != null && isWaiting() ? PaymentViews.linkOf(payment) : null;
    }

    /** Tells whether it waits for money that nobody can pay any more: it must be asked for again. */
    boolean mustBeAskedAgain() {
        return isWaiting()
                && !isPaid()
                && (payment == null
                        || payment instanceof Payment.Failed
                        || payment instanceof Payment.Cancelled);
    }

    private boolean isWaiting() {
        return project instanceof Project.AwaitingPayment;
    }
}
