package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.pricing.Quote;
import dev.makegood.project.Project.AwaitingPayment;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Funded;
import dev.makegood.task.Task;
import java.time.Duration;
import java.util.UUID;

/**
 * Orders and funds projects that are paid with money or cost nothing: no credits are held for them.
 */
record ProjectFunding(ProjectContext context, ProjectSettlement settlement, Duration headStart) {

    Project awaitPayment(ProjectUnit unit, ProjectId id, CustomerId customer, Order order) {
        return add(unit,
                new AwaitingPayment(newDetails(unit, id, customer, order, new Funding.Unpaid())));
    }

    Project startFree(ProjectUnit unit, ProjectId id, CustomerId customer, Order order) {
        var details = newDetails(unit, id, customer, order, new Funding.Free());
        unit.tasks().add(submitTask(unit, details));
        return add(unit, new Project.Pending(details, 1, details.createdAt()));
    }

    private Project add(ProjectUnit unit, Project project) {
        unit.projects().add(project);
        unit.events()
                .append(new ProjectEvent.ProjectCreated(project), project.details().createdAt());
        return project;
    }

    private ProjectDetails newDetails(
            ProjectUnit unit, ProjectId id, CustomerId customer, Order order, Funding funding) {
        var registration = context.pipelines().forOperation(order.operation());
        return new ProjectDetails(id, customer, order, Quote.noCredits(order.operation()), funding,
                registration.name(), context.now(unit));
    }

    private Task submitTask(ProjectUnit unit, ProjectDetails details) {
        return Task.of(details.customer(), ProjectTasks.SUBMIT, details.id().value(),
                context.now(unit).plus(headStart));
    }

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
        unit.tasks().add(submitTask(unit, pending.details()));
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
