package dev.makegood;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Statements;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund.State;
import dev.makegood.payment.Payments;
import dev.makegood.project.Answer;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import org.jspecify.annotations.Nullable;

/** The desk where operators give credits back, by project or by capture, and money, by payment. */
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

    /** The answer to a wish to give credits back. */
    public sealed interface Refund {}

    /** So much was given back; {@code changed} tells whether it was just now. */
    public record Given(Credits credits, boolean changed) implements Refund {}

    /** Nothing was captured yet, so nothing can be given back. */
    public record NotCaptured() implements Refund {}

    /** Less than that is left to give back. */
    public record ExceedsCapture(Credits left) implements Refund {}

    /** There is nothing of this id. */
    public record NotFound() implements Refund, MoneyBack {}

    /** The answer to a wish to give money back. */
    public sealed interface MoneyBack {}

    /**
     * So much goes back; none, if nothing was left.
     *
     * @param state how far the gateway is with it; a refund that was refused stays {@link State#FAILED}
     * @param changed whether it was decided just now
     */
    public record GivenBack(Money money, State state, boolean changed) implements MoneyBack {}

    /** Nothing was paid, so nothing can be given back. */
    public record NotPaid() implements MoneyBack {}

    /** Less than that, or other money, is left to give back. */
    public record ExceedsPayment(Money left) implements MoneyBack {}

    /** Gives back what a project cost; all that is left if {@code credits} is null. */
    public Refund project(
            TransferId id, ProjectId project, @Nullable Credits credits, Cause cause) {
        return switch (projects.refund(id, project, credits, cause)) {
            case Answer.Refunded r -> new Given(r.credits(), r.changed());
            case Answer.NotCaptured n -> new NotCaptured();
            case Answer.ExceedsCapture e -> new ExceedsCapture(e.left());
            case Answer.NoSuchProject n -> new NotFound();
        };
    }

    /** Gives back a capture; a project's capture is that project's. */
    public Refund capture(
            TransferId id, TransferId capture, @Nullable Credits credits, Cause cause) {
        var captured =
                statements.transfer(capture).filter(transfer -> transfer.kind() == Kind.CAPTURE);
        if (captured.isEmpty()) {
            return new NotFound();
        }
        var about = captured.get().about();
        return about.kind().equals("project")
                ? project(id, new ProjectId(about.id()), credits, cause)
                : ofTheHost(id, captured.get(), credits, cause);
    }

    /**
     * Gives money back through the gateway that took it; the same id again is the same refund.
     *
     * @param money in the currency that was paid; all that is left if null
     */
    public MoneyBack payment(
            TransferId id, PaymentId payment, @Nullable Money money, Cause cause) {
        return switch (payments.refund(id.toString(), payment, money, cause)) {
            case Payments.Refunded r -> new GivenBack(r.amount(), stateOf(id, r), r.changed());
            case Payments.NotPaid n -> new NotPaid();
            case Payments.ExceedsPayment e -> new ExceedsPayment(e.left());
            case Payments.NoSuchPayment n -> new NotFound();
        };
    }

    private static State stateOf(TransferId id, Payments.Refunded refunded) {
        var refund = refunded.payment().aftermath().refunds().get(id.toString());
        return refund == null ? State.SUCCEEDED : refund.state();
    }

    private Refund ofTheHost(
            TransferId id, Transfer capture, @Nullable Credits credits, Cause cause) {
        var left = capture.amount().minus(statements.refundedFrom(capture.id()));
        var wanted = credits == null ? left : credits;
        if (wanted.isNone()) {
            return new Given(Credits.NONE, false);
        }
        return switch (ledger.refund(id, capture.customer(), capture.id(), wanted, cause)) {
            case Posting.Posted p -> new Given(wanted, true);
            case Posting.AlreadyPosted p -> new Given(wanted, false);
            case Posting.ExceedsCapture e -> new ExceedsCapture(e.left());
            case Posting.NoSuchCapture n -> new NotFound();
        };
    }
}
