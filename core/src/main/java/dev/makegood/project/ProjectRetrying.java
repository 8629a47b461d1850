package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.project.Project.AwaitingPayment;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Pending;
import dev.makegood.project.Project.Processing;
import dev.makegood.project.Project.Sent;
import dev.makegood.task.Task;
import java.util.function.Supplier;

/** Retries for an operator: never starts a second run beside one that may still be going. */
record ProjectRetrying(ProjectContext context, ProjectSettlement settlement) {

    ProjectAnswer.ToRetry retry(ProjectId id, Cause cause) {
        return context.withProject(id, (unit, project) -> decide(unit, project, cause))
                .map(Supplier::get)
                .orElseGet(ProjectAnswer.NoSuchProject::new);
    }

    /** The answer; for a run, what finds it once the unit has ended. */
    private Supplier<ProjectAnswer.ToRetry> decide(ProjectUnit unit, Project project, Cause cause) {
        return switch (project) {
            case AwaitingPayment p ->
                    answer(new ProjectAnswer.CannotRetry(p, "it waits for its payment"));
            case Pending p -> answer(submitNow(unit, p));
            case Sent p -> answer(submitNow(unit, p));
            case Processing p -> () -> retryAfterPoll(p, cause);
            case Completed p -> answer(new ProjectAnswer.AlreadyFinal(p));
            case Failed p -> answer(new ProjectAnswer.AlreadyFinal(p));
        };
    }

    private static Supplier<ProjectAnswer.ToRetry> answer(ProjectAnswer.ToRetry answer) {
        return () -> answer;
    }

    private ProjectAnswer.ProjectChanged submitNow(ProjectUnit unit, Project project) {
        unit.tasks()
                .add(Task.of(project.details().customer(), ProjectTasks.SUBMIT,
                        project.id().value(), context.now(unit)));
        return new ProjectAnswer.ProjectChanged(project);
    }

    private ProjectAnswer.ToRetry retryAfterPoll(Processing project, Cause cause) {
        return switch (context.registrationOf(project).pipeline().poll(project.asRun())) {
            case Pipeline.RunEnded ended ->
                    context.withProject(project.id(),
                            (unit, current) -> retryEnded(unit, current, project, ended, cause))
                            .orElseThrow();
            case Pipeline.StillRunning r ->
                    new ProjectAnswer.CannotRetry(project, "its run has not ended");
            case Pipeline.Unknown u -> new ProjectAnswer.CannotRetry(project, u.why());
        };
    }

    private ProjectAnswer.ToRetry retryEnded(
            ProjectUnit unit, Project current, Processing polled, Pipeline.RunEnded ended,
            Cause cause) {
        if (!current.equals(polled)) {
            return new ProjectAnswer.CannotRetry(current, "it changed meanwhile");
        }
        return switch (ended.report()) {
            case RunReport.RunSucceeded s ->
                    answerSucceeded(settlement.applyReport(unit, polled, s, cause), current);
            case RunReport.RunFailed b -> startNextAttempt(unit, polled, cause);
        };
    }

    private static ProjectAnswer.ToRetry answerSucceeded(
            ProjectAnswer.ToReport answer, Project current) {
        return answer instanceof ProjectAnswer.ProjectChanged projectChanged
                ? projectChanged
                : new ProjectAnswer.CannotRetry(current, "its pipeline reported another run");
    }

    private ProjectAnswer.ProjectChanged startNextAttempt(
            ProjectUnit unit, Processing project, Cause cause) {
        var pending = project.retry(context.now(unit));
        unit.projects().replace(project, pending);
        unit.tasks().remove(ProjectTasks.POLL, project.id().value());
        unit.events()
                .append(new ProjectEvent.ProjectRetried(pending, cause.actor(), cause.reason()),
                        context.now(unit));
        return submitNow(unit, pending);
    }
}
