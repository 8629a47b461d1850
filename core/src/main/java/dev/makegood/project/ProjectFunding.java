package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.project.Project.AwaitingPayment;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Funded;
import java.util.UUID;

/** Funds projects that are paid with money, and gives up those that will not be: no credits are held for them. */
record ProjectFunding(ProjectContext context, ProjectSettlement settlement,
        ProjectOrdering ordering) {

    ProjectAnswer.ToFund fund(ProjectId id, UUID payment) {
        return context.<ProjectAnswer.ToFund>withProject(id, (unit, project) -> switch (project) {
            case AwaitingPayment p -> fundAwaiting(unit, p, payment);
            case Funded p -> answerRepeated(p, payment);
            case Completed p -> answerRepeated(p, payment);
            case Failed p -> new ProjectAnswer.NotAwaitingPayment(p);
        }).orElseGet(ProjectAnswer.NoSuchProject::new);
    }

    private ProjectAnswer.ToFund fundAwaiting(
            ProjectUnit unit, AwaitingPayment project, UUID payment) {
        var pending = project.fund(payment, context.now(unit));
        unit.projects().replace(project, pending);
        ordering.scheduleSubmission(unit, pending.details());
        return new ProjectAnswer.ProjectChanged(pending);
    }

    private static ProjectAnswer.ToFund answerRepeated(Project project, UUID payment) {
        return project.details().funding().equals(new Funding.ByMoney(payment))
                ? new ProjectAnswer.ProjectUnchanged(project)
                : new ProjectAnswer.NotAwaitingPayment(project);
    }

    ProjectAnswer.ToFail abandon(ProjectId id, String why) {
        return context.<ProjectAnswer.ToFail>withProject(id,
                (unit, project) -> project instanceof AwaitingPayment waiting
                        ? failAbandoned(unit, waiting, why)
                        : new ProjectAnswer.AlreadyFinal(project))
                .orElseGet(ProjectAnswer.NoSuchProject::new);
    }

    private ProjectAnswer.ToFail failAbandoned(
            ProjectUnit unit, AwaitingPayment project, String why) {
        settlement.fail(unit, project, new Failure(FailureReason.PAYMENT_ABANDONED, why),
                Cause.rule("not paid"));
        return new ProjectAnswer.ProjectChanged(unit.projects().find(project.id()).orElseThrow());
    }
}
