package dev.makegood;

import dev.makegood.event.Cause;
import dev.makegood.ledger.CreditRefund;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Statements;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefundAnswer;
import dev.makegood.payment.Payments;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import org.jspecify.annotations.Nullable;

/** The desk of operators' refunds: credits, by project or by capture, and money, by payment. */
public final class Refunds {

    private final Projects projects;
    private final Payments payments;
    private final Ledger ledger;
    private final Statements statements;

    Refunds(Projects projects, Payments payments, Ledger ledger, Statements statements) {
        this.projects = projects;
        this.payments = payments;
        this.ledger = ledger;
        this.statements = statements;
    }

    /** Refunds the credits of a project; all that is left if {@code credits} is null. */
    public CreditRefund refundProject(
            TransferId id, ProjectId project, @Nullable Credits credits, Cause cause) {
        return projects.refund(id, project, credits, cause);
    }

    /** Refunds the credits of a capture; a project's capture is refunded as that project's. */
    public CreditRefund refundCapture(
            TransferId id, TransferId capture, @Nullable Credits credits, Cause cause) {
        var captured = statements.transfer(capture)
                .filter(transfer -> transfer.kind() == TransferKind.CAPTURE);
        if (captured.isEmpty()) {
            return new Posting.NoSuchCapture(capture);
        }
        var subject = captured.get().subject();
        return subject.kind().equals("project")
                ? refundProject(id, new ProjectId(subject.id()), credits, cause)
                : refundHostCapture(id, captured.get(), credits, cause);
    }

    /**
     * Refunds a payment through the gateway that took it; the same id again is the same refund.
     *
     * @param money in the currency that was paid; all that is left if null
     */
    public PaymentRefundAnswer refundPayment(
            TransferId id, PaymentId payment, @Nullable Money money, Cause cause) {
        return payments.refund(id.toString(), payment, money, cause);
    }

    private CreditRefund refundHostCapture(
            TransferId id, Transfer capture, @Nullable Credits credits, Cause cause) {
        var requested = credits == null ? remaining(id, capture) : credits;
        return requested.isNone()
                ? new CreditRefund.CreditsRefunded(Credits.NONE, false)
                : CreditRefund.of(
                        ledger.refund(id, capture.customer(), capture.id(), requested, cause),
                        requested);
    }

    /** All that is left; when it was refunded with this id before, as much as then. */
    private Credits remaining(TransferId id, Transfer capture) {
        return statements.transfer(id)
                .filter(known -> known.customer().equals(capture.customer()))
                .map(Transfer::amount)
                .orElseGet(() -> capture.amount().minus(statements.refundedFrom(capture.id())));
    }
}
