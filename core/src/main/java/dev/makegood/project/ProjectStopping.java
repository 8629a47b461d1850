package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Open;
import dev.makegood.project.Project.Processing;
import dev.makegood.project.Project.Sent;
import java.util.Optional;

/** Ends projects before their time: cancelled by their customer, or failed by an operator. */
record ProjectStopping(ProjectContext context, ProjectSettlement settlement) {

    /** Before it was sent, at once; afterwards only when its pipeline certainly stopped. */
    ProjectAnswer.ToCancel cancel(ProjectId id, Cause cause) {
        var first = context.withProject(id, (unit, project) -> cancelUnsent(unit, project, cause));
        return first.map(answer -> answer.orElseGet(() -> cancelRun(id, cause)))
                .orElseGet(ProjectAnswer.NoSuchProject::new);
    }

    private Optional<ProjectAnswer.ToCancel> cancelUnsent(
            ProjectUnit unit, Project project, Cause cause) {
        return switch (project) {
            case Project.AwaitingPayment p -> Optional.of(failAsCancelled(unit, p, cause));
            case Project.Pending p -> Optional.of(failAsCancelled(unit, p, cause));
            case Sent p ->
                    Optional.of(
                            new ProjectAnswer.CannotCancel(p,
                                    "it was sent to its pipeline, which has not answered yet"));
            case Processing p -> Optional.empty();
            case Completed p -> Optional.of(new ProjectAnswer.AlreadyFinal(p));
            case Failed p -> Optional.of(answerFailed(p));
        };
    }

    private static ProjectAnswer.ToCancel answerFailed(Failed project) {
        return project.failure().reason() == FailureReason.CANCELLED
                ? new ProjectAnswer.ProjectUnchanged(project)
                : new ProjectAnswer.AlreadyFinal(project);
    }

    private ProjectAnswer.ToCancel cancelRun(ProjectId id, Cause cause) {
        var project = context.withProject(id, (unit, found) -> found).orElseThrow();
        if (!(project instanceof Processing processing)) {
            return cancel(id, cause);
        }
        return switch (context.registrationOf(project).pipeline().cancel(processing.asRun())) {
            case Pipeline.RunCancelled c ->
                    context.withProject(id,
                            (unit, current) -> recordStopped(unit, current, processing, cause))
                            .orElseThrow();
            case Pipeline.TooLate t -> pollSoon(processing, "its run had ended before");
            case Pipeline.Unsupported u ->
                    new ProjectAnswer.CannotCancel(project, "its pipeline cannot cancel a run");
            case Pipeline.Unknown u -> pollSoon(processing, u.why());
        };
    }

    private ProjectAnswer.ToCancel recordStopped(
            ProjectUnit unit, Project current, Processing stopped, Cause cause) {
        return current.equals(stopped) ? failAsCancelled(unit, stopped, cause)
                : cancelUnsent(unit, current, cause)
                        .orElseGet(() -> new ProjectAnswer.CannotCancel(current,
                                "another run has started"));
    }

    /** Its end is not certain yet, so the watchdog polls at once. */
    private ProjectAnswer.ToCancel pollSoon(Processing project, String why) {
        return context.withProject(project.id(), (unit, current) -> {
            unit.tasks()
                    .find(ProjectTasks.POLL, project.id().value())
                    .ifPresent(task -> unit.tasks().postpone(task, context.now(unit)));
            return new ProjectAnswer.CannotCancel(current, why);
        }).orElseThrow();
    }

    private ProjectAnswer.ProjectChanged failAsCancelled(
            ProjectUnit unit, Open project, Cause cause) {
        var why = new Failure(FailureReason.CANCELLED, cause.reason());
        settlement.fail(unit, project, why, cause);
        return new ProjectAnswer.ProjectChanged(unit.projects().find(project.id()).orElseThrow());
    }

    /** An operator's decision: the pipeline is not called. */
    ProjectAnswer.ToFail fail(ProjectId id, Cause cause) {
        return context.<ProjectAnswer.ToFail>withProject(id, (unit, project) -> switch (project) {
            case Open p -> failAsCancelled(unit, p, cause);
            case Failed p -> new ProjectAnswer.ProjectUnchanged(p);
            case Completed p -> new ProjectAnswer.AlreadyFinal(p);
        }).orElseGet(ProjectAnswer.NoSuchProject::new);
    }
}
