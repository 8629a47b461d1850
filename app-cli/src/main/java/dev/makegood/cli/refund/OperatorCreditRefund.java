package dev.makegood.cli.refund;

import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.event.Cause;
import dev.makegood.ledger.CreditRefund;
import dev.makegood.ledger.CreditRefund.CreditsRefunded;
import dev.makegood.ledger.CreditRefund.NotCaptured;
import dev.makegood.ledger.CreditRefund.PaidWithMoney;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting.ExceedsCapture;
import dev.makegood.ledger.Posting.ExceedsWallet;
import dev.makegood.ledger.Posting.NoSuchCapture;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.server.Installation;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund of captured credits that an operator requests.
 *
 * @param credits null for all that is left
 */
record OperatorCreditRefund(RefundTarget target, @Nullable Long credits, TransferId id, Cause cause)
        implements OperatorRefund {

    private static final String NOTHING_LEFT = "nothing is left to refund";
    private static final String FAILED_UNCHARGED = "it failed and was not charged";

    /** What is refunded. */
    sealed interface RefundTarget {

        UUID id();

        String kind();

        default String label() {
            return kind() + " " + id();
        }
    }

    /** What a project cost. */
    record ProjectTarget(ProjectId project) implements RefundTarget {

        @Override
        public UUID id() {
            return project.value();
        }

        @Override
        public String kind() {
            return "project";
        }
    }

    /** A capture in the ledger. */
    record CaptureTarget(TransferId capture) implements RefundTarget {

        @Override
        public UUID id() {
            return capture.value();
        }

        @Override
        public String kind() {
            return "capture";
        }
    }

    /** Every value that the options accept is valid. */
    @Override
    public void validate(Installation installation) {}

    @Override
    public CommandResult apply(Installation installation) {
        return switch (refund(installation)) {
            case CreditsRefunded r -> result(r.credits().amount(), r.changed(), false,
                    r.changed() ? "refunded " + r.credits() + " credits"
                            : whyUnchanged(installation, r.credits()));
            case NotCaptured n -> notCaptured();
            case PaidWithMoney m -> moneyRefund(m.payment())
                    .map(refund -> refund.apply(installation))
                    .orElseGet(() -> paidWithMoney(m.payment()));
            case ExceedsCapture e -> exceedsCapture(credits, e.refundable());
            case ExceedsWallet e -> CommandResult.refusal("credits_exceed_wallet",
                    "the customer has room for " + e.room() + " more credits, less than "
                            + e.credits());
            case NoSuchCapture n -> notFound();
        };
    }

    private String whyUnchanged(Installation installation, Credits refunded) {
        if (!refunded.isNone()) {
            return "already done";
        }
        return target instanceof ProjectTarget p
                && installation.makegood()
                        .projects()
                        .find(p.project())
                        .filter(Project.Failed.class::isInstance)
                        .isPresent() ? FAILED_UNCHARGED : NOTHING_LEFT;
    }

    private CreditRefund refund(Installation installation) {
        var refunds = installation.makegood().refunds();
        var requested = credits == null ? null : new Credits(credits);
        return switch (target) {
            case ProjectTarget p -> refunds.refundProject(id, p.project(), requested, cause);
            case CaptureTarget c -> refunds.refundCapture(id, c.capture(), requested, cause);
        };
    }

    @Override
    public CommandResult plan(Installation installation) {
        if (installation.storage().statements().transfer(id).isPresent()) {
            return result(0, false, true, "already done");
        }
        return switch (target) {
            case ProjectTarget p -> installation.makegood()
                    .projects()
                    .find(p.project())
                    .map(project -> plan(installation, project))
                    .orElseGet(this::notFound);
            case CaptureTarget c -> installation.storage()
                    .statements()
                    .transfer(c.capture())
                    .filter(transfer -> transfer.kind() == TransferKind.CAPTURE)
                    .map(transfer -> planFrom(transfer.amount()
                            .minus(
                                    installation.storage().statements().refundedFrom(c.capture()))))
                    .orElseGet(this::notFound);
        };
    }

    private CommandResult plan(Installation installation, Project project) {
        if (!(project instanceof Project.Open)
                && project.details().funding() instanceof Funding.ByMoney m) {
            return moneyRefund(m.payment()).map(refund -> refund.plan(installation))
                    .orElseGet(() -> paidWithMoney(m.payment()));
        }
        return switch (project) {
            case Project.Open p -> notCaptured();
            case Project.Failed p -> result(0, false, true, FAILED_UNCHARGED);
            case Project.Completed p ->
                    planFrom(p.creditsUsed().minus(p.creditsRefunded()));
        };
    }

    /** The payment of a project is refunded whole; empty where credits were named. */
    private Optional<OperatorPaymentRefund> moneyRefund(UUID payment) {
        return credits == null
                ? Optional.of(new OperatorPaymentRefund(new PaymentId(payment), null, "", "",
                        id.value(), cause))
                : Optional.empty();
    }

    private CommandResult paidWithMoney(UUID payment) {
        return CommandResult.refusal("refund_exceeds_capture", target.label()
                + " was paid with money, no credits were spent on it: leave --credits out, or use "
                + "refund payment " + payment);
    }

    private CommandResult planFrom(Credits left) {
        var requested = credits == null ? left : new Credits(credits);
        if (left.isNone()) {
            return result(0, false, true, NOTHING_LEFT);
        }
        return requested.isMoreThan(left) ? exceedsCapture(requested.amount(), left)
                : result(requested.amount(), false, true,
                        "would refund " + requested + " of the "
                                + left + " credits that are left");
    }

    private CommandResult result(long refunded, boolean changed, boolean dryRun, String words) {
        var json = CliJson.object()
                .put("refundId", id.toString())
                .put(target.kind() + "Id", target.id().toString())
                .put("creditsRefunded", refunded)
                .put("changed", changed);
        return CommandResult.success(dryRun ? json.put("dryRun", true) : json,
                target.label() + ": " + words);
    }

    private CommandResult notCaptured() {
        return CommandResult.refusal("not_captured", target.label()
                + " has no captured credits yet: cancel it, or use projects fail");
    }

    private CommandResult exceedsCapture(@Nullable Long requested, Credits left) {
        return CommandResult.refusal("refund_exceeds_capture",
                target.label() + ": " + requested + " is more than the " + left
                        + " credits left to refund");
    }

    private CommandResult notFound() {
        return CommandResult.notFound("there is no " + target.label());
    }
}
