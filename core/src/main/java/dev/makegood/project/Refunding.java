package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Open;
import org.jspecify.annotations.Nullable;

/** Gives an operator's refund: from what was captured, together never more. */
record Refunding(Office office) {

    /** Without credits: all that is left. */
    Answer.OfRefunding refund(
            TransferId id, ProjectId project, @Nullable Credits credits, Cause cause) {
        return office.<Answer.OfRefunding>onProject(project, (unit, found) -> switch (found) {
            case Open p -> new Answer.NotCaptured(p);
            case Failed p -> new Answer.Refunded(p, Credits.NONE, false);
            case Completed p -> captured(unit, id, p, credits, cause);
        }).orElseGet(Answer.NoSuchProject::new);
    }

    private Answer.OfRefunding captured(
            ProjectUnit unit, TransferId id, Completed project,
            @Nullable Credits credits, Cause cause) {
        var known = unit.ledger().transfer(id);
        if (known.isPresent()) {
            return new Answer.Refunded(project, known.get().amount(), false);
        }
        var left = project.creditsUsed().minus(project.creditsRefunded());
        var wanted = credits == null ? left : credits;
        return wanted.isNone()
                ? new Answer.Refunded(project, Credits.NONE, false)
                : given(unit, id, project, wanted, cause);
    }

    private Answer.OfRefunding given(
            ProjectUnit unit, TransferId id, Completed project, Credits credits,
            Cause cause) {
        var capture = TransferId.of("capture", project.id().value());
        return switch (office.book(unit).refund(id, capture, credits, cause)) {
            case Posting.Posted p -> {
                var refunded = project.refunded(credits);
                unit.projects().replace(project, refunded);
                yield new Answer.Refunded(refunded, credits, true);
            }
            case Posting.AlreadyPosted p -> new Answer.Refunded(project, credits, false);
            case Posting.ExceedsCapture e -> new Answer.ExceedsCapture(e.left());
            case Posting.NoSuchCapture n -> new Answer.ExceedsCapture(Credits.NONE);
        };
    }
}
