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

/** Projects that are paid with money, or cost nothing: no credits are held for them. */
record Paying(Office office, Settling settling, Duration headStart) {

    Project await(ProjectUnit unit, ProjectId id, CustomerId customer, Order order) {
        return added(unit, new AwaitingPayment(brief(id, customer, order, new Funding.Unpaid())));
    }

    Project startFree(ProjectUnit unit, ProjectId id, CustomerId customer, Order order) {
        var brief = brief(id, customer, order, new Funding.Free());
        unit.tasks().add(submission(brief));
        return added(unit, new Project.Pending(brief, 1, brief.createdAt()));
    }

    private Project added(ProjectUnit unit, Project project) {
        unit.projects().add(project);
        unit.events().append(new ProjectEvent.Created(project), project.brief().createdAt());
        return project;
    }

    private Brief brief(ProjectId id, CustomerId customer, Order order, Funding funding) {
        var workshop = office.workshops().forOperation(order.operation());
        return new Brief(id, customer, order, Quote.noCredits(order.operation()), funding,
                workshop.name(), office.now());
    }

    private Task submission(Brief brief) {
        return Task.of(brief.customer(), Projects.SUBMIT_TASK, brief.id().value(),
                office.now().plus(headStart));
    }

    Answer.OfFunding fund(ProjectId id, UUID payment) {
        return office.<Answer.OfFunding>onProject(id, (unit, project) -> switch (project) {
            case AwaitingPayment p -> funded(unit, p, payment);
            case Funded p -> repeated(p, payment);
            case Completed p -> repeated(p, payment);
            case Failed p -> new Answer.NotWaiting(p);
        }).orElseGet(Answer.NoSuchProject::new);
    }

    private Answer.OfFunding funded(ProjectUnit unit, AwaitingPayment project, UUID payment) {
        var pending = project.fund(payment, office.now());
        unit.projects().replace(project, pending);
        unit.tasks().add(submission(pending.brief()));
        return new Answer.Changed(pending);
    }

    private static Answer.OfFunding repeated(Project project, UUID payment) {
        return project.brief().funding().equals(new Funding.ByMoney(payment))
                ? new Answer.Unchanged(project)
                : new Answer.NotWaiting(project);
    }

    Answer.OfFailing abandon(ProjectId id, String why) {
        return office.<Answer.OfFailing>onProject(id,
                (unit, project) -> project instanceof AwaitingPayment waiting
                        ? abandoned(unit, waiting, why)
                        : new Answer.AlreadyFinal(project))
                .orElseGet(Answer.NoSuchProject::new);
    }

    private Answer.OfFailing abandoned(ProjectUnit unit, AwaitingPayment project, String why) {
        settling.fail(unit, project, new Failure(FailureReason.PAYMENT_ABANDONED, why),
                Cause.rule("not paid"));
        return new Answer.Changed(unit.projects().find(project.id()).orElseThrow());
    }
}
