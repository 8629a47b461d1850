package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.ledger.CreditRefund;
import dev.makegood.ledger.CreditRefund.CreditsRefunded;
import dev.makegood.ledger.CreditRefund.NotCaptured;
import dev.makegood.ledger.CreditRefund.PaidWithMoney;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Open;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts an operator's credit refund: from what was captured, together never more. */
record ProjectRefunding(ProjectContext context) {

    /** Without credits: all that is left. */
    CreditRefund refund(
            TransferId id, ProjectId project, @Nullable Credits credits, Cause cause) {
        return context.<CreditRefund>withProject(project, (unit, found) -> switch (found) {
            case Open p -> new NotCaptured();
            case Failed p -> payment(p).orElse(new CreditsRefunded(Credits.NONE, false));
            case Completed p -> payment(p)
                    .orElseGet(() -> refundCaptured(unit, id, p, credits, cause));
        }).orElseGet(() -> new Posting.NoSuchCapture(captureOf(project)));
    }

    private static Optional<CreditRefund> payment(Project project) {
        return project.details().funding() instanceof Funding.ByMoney money
                ? Optional.of(new PaidWithMoney(money.payment()))
                : Optional.empty();
    }

    private CreditRefund refundCaptured(
            ProjectUnit unit, TransferId id, Completed project, @Nullable Credits credits,
            Cause cause) {
        var known = context.ledgerRules(unit).findRefund(id, captureOf(project.id()));
        var refundable = project.creditsUsed().minus(project.creditsRefunded());
        var requested = credits == null ? known.map(Transfer::amount).orElse(refundable) : credits;
        return requested.isNone()
                ? new CreditsRefunded(Credits.NONE, false)
                : postRefund(unit, id, project, requested, cause);
    }

    private CreditRefund postRefund(
            ProjectUnit unit, TransferId id, Completed project, Credits credits, Cause cause) {
        var posting = context.ledgerRules(unit).refund(id, captureOf(project.id()), credits, cause);
        return switch (posting) {
            case Posting.Posted p -> {
                unit.projects().replace(project, project.withRefund(credits, context.now(unit)));
                yield CreditRefund.of(p, credits);
            }
            case Posting.NoSuchCapture n -> new Posting.ExceedsCapture(Credits.NONE);
            case Posting.AlreadyPosted p -> CreditRefund.of(p, credits);
            case Posting.ExceedsCapture e -> e;
            case Posting.ExceedsWallet e -> e;
        };
    }

    private static TransferId captureOf(ProjectId project) {
        return TransferId.of("capture", project.value());
    }
}
