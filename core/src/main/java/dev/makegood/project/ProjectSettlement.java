package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Reaction.ProjectAlreadyThere;
import dev.makegood.project.Reaction.ProjectTransition;
import dev.makegood.project.Reaction.RunReportRefused;
import dev.makegood.task.Task;

/** Ends projects: the status, the credits and the event move together, or not at all. */
record ProjectSettlement(ProjectContext context) {

    /** Applies a report to a project, within a unit. */
    ProjectAnswer.ToReport applyReport(
            ProjectUnit unit, Project project, RunReport report, Cause cause) {
        boolean isClaimed = report.run() != null
                && unit.projects().isClaimed(project.details().pipeline(), report.run());
        return switch (RunPolicy.react(project, report, isClaimed)) {
            case ProjectTransition transition -> {
                end(unit, transition.before(), transition.after(), cause);
                recordCostAboveHold(unit, transition, report);
                yield new ProjectAnswer.ProjectChanged(transition.after());
            }
            case ProjectAlreadyThere same -> new ProjectAnswer.ProjectUnchanged(same.project());
            case RunReportRefused refusal -> recordContradiction(unit, refusal);
        };
    }

    void fail(ProjectUnit unit, Project.Open project, Failure why, Cause cause) {
        end(unit, project, project.fail(why, context.now(unit)), cause);
    }

    private void end(ProjectUnit unit, Project.Open before, Project after, Cause cause) {
        unit.projects().replace(before, after);
        unit.tasks().remove(ProjectTasks.SUBMIT, after.id().value());
        unit.tasks().remove(ProjectTasks.POLL, after.id().value());
        settleFunding(unit, after, cause);
        unit.events().append(eventOf(after, cause), context.now(unit));
    }

    private void settleFunding(ProjectUnit unit, Project project, Cause cause) {
        switch (project.details().funding()) {
            case Funding.ByCredits credits -> settleHold(unit, project, credits, cause);
            case Funding.ByMoney money when project instanceof Project.Failed -> unit.tasks()
                    .add(
                            Task.of(project.details().customer(), ProjectTasks.REFUND_PAYMENT,
                                    money.payment(), context.now(unit)));
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
        return context.ledgerRules(unit).capture(id, credits.hold(), project.creditsUsed(), cause);
    }

    private Posting release(
            ProjectUnit unit, Project project, Funding.ByCredits credits, Cause cause) {
        var id = TransferId.of("release", project.id().value());
        return context.ledgerRules(unit).release(id, credits.hold(), cause);
    }

    private static ProjectEvent eventOf(Project project, Cause cause) {
        return switch (project) {
            case Project.Completed c -> new ProjectEvent.ProjectCompleted(c);
            case Project.Failed f -> new ProjectEvent.ProjectFailed(f, cause.actor());
            case Project.Open o -> throw new IllegalStateException(
                    "an open project has no final event: " + o.id());
        };
    }

    private void recordCostAboveHold(
            ProjectUnit unit, ProjectTransition transition, RunReport report) {
        if (report instanceof RunReport.RunSucceeded s
                && s.actualCredits() != null
                && s.actualCredits() > transition.before().details().funding().held().amount()) {
            unit.events()
                    .append(new ProjectEvent.CostAboveHold(transition.after(), s.actualCredits()),
                            context.now(unit));
        }
    }

    private ProjectAnswer.ReportContradicted recordContradiction(
            ProjectUnit unit, RunReportRefused refusal) {
        var event = switch (refusal.report()) {
            case RunReport.RunSucceeded s ->
                    new ProjectEvent.LateSuccess(refusal.project(), s, refusal.why());
            case RunReport.RunFailed b ->
                    new ProjectEvent.LateFailure(refusal.project(), b, refusal.why());
        };
        unit.events().append(event, context.now(unit));
        return new ProjectAnswer.ReportContradicted(refusal.project(), refusal.why());
    }
}
