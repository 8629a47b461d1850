package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Reaction.AlreadyThere;
import dev.makegood.project.Reaction.Moved;
import dev.makegood.project.Reaction.Refused;
import dev.makegood.task.Task;

/** Ends projects: the status, the credits and the event move together, or not at all. */
record Settling(Office office) {

    /** Lets a report have its effect on a project, within a unit. */
    Answer.OfReport react(ProjectUnit unit, Project project, RunReport report, Cause cause) {
        return switch (RunPolicy.react(project, report)) {
            case Moved moved -> {
                end(unit, moved.before(), moved.after(), cause);
                noteCost(unit, moved, report);
                yield new Answer.Changed(moved.after());
            }
            case AlreadyThere same -> new Answer.Unchanged(same.project());
            case Refused refused -> contradicted(unit, refused);
        };
    }

    void fail(ProjectUnit unit, Project.Open project, Failure why, Cause cause) {
        end(unit, project, project.fail(why, office.now()), cause);
    }

    private void end(ProjectUnit unit, Project.Open before, Project after, Cause cause) {
        unit.projects().replace(before, after);
        unit.tasks().done(Projects.SUBMIT_TASK, after.id().value());
        unit.tasks().done(Projects.LOOK_TASK, after.id().value());
        settle(unit, after, cause);
        unit.events().append(told(after, cause), office.now());
    }

    private void settle(ProjectUnit unit, Project project, Cause cause) {
        switch (project.brief().funding()) {
            case Funding.ByCredits credits -> settleHold(unit, project, credits, cause);
            case Funding.ByMoney money when project instanceof Project.Failed -> unit.tasks()
                    .add(
                            Task.of(project.brief().customer(), Projects.GIVE_BACK_TASK,
                                    money.payment(), office.now()));
            case Funding.ByMoney money -> {}
            case Funding.Unpaid unpaid -> {}
            case Funding.Free free -> {}
        }
    }

    private void settleHold(
            ProjectUnit unit, Project project, Funding.ByCredits credits, Cause cause) {
        var posting = project instanceof Project.Completed c && !c.creditsUsed().isNone()
                ? capture(unit, c, credits, cause)
                : release(unit, project, credits, cause);
        if (!(posting instanceof Posting.Posted)) {
            throw new IllegalStateException(
                    "the hold of " + project.id() + " is not open: " + posting);
        }
    }

    private Posting capture(
            ProjectUnit unit, Project.Completed project, Funding.ByCredits credits, Cause cause) {
        var id = TransferId.of("capture", project.id().value());
        return office.book(unit).capture(id, credits.hold(), project.creditsUsed(), cause);
    }

    private Posting release(
            ProjectUnit unit, Project project, Funding.ByCredits credits, Cause cause) {
        var id = TransferId.of("release", project.id().value());
        return office.book(unit).release(id, credits.hold(), cause);
    }

    private static ProjectEvent told(Project project, Cause cause) {
        return switch (project) {
            case Project.Completed c -> new ProjectEvent.Completed(c);
            case Project.Failed f -> new ProjectEvent.Failed(f, cause.actor());
            case Project.Open o -> throw new IllegalStateException("still open: " + o.id());
        };
    }

    private void noteCost(ProjectUnit unit, Moved moved, RunReport report) {
        if (report instanceof RunReport.Succeeded s
                && s.actualCredits() != null
                && s.actualCredits() > moved.before().brief().funding().held().amount()) {
            unit.events()
                    .append(new ProjectEvent.CostAboveHold(moved.after(), s.actualCredits()),
                            office.now());
        }
    }

    private Answer.Contradicted contradicted(ProjectUnit unit, Refused refused) {
        var event = switch (refused.report()) {
            case RunReport.Succeeded s ->
                    new ProjectEvent.LateSuccess(refused.project(), s, refused.why());
            case RunReport.Broke b ->
                    new ProjectEvent.LateFailure(refused.project(), b, refused.why());
        };
        unit.events().append(event, office.now());
        return new Answer.Contradicted(refused.project(), refused.why());
    }
}
