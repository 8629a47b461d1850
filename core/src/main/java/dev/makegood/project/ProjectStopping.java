package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Open;
import dev.makegood.project.Project.Processing;
import dev.makegood.project.Project.Sent;
import java.util.function.Supplier;

/** Ends projects before their time: cancelled by their customer, or failed by an operator. */
record ProjectStopping(ProjectContext context, ProjectSettlement settlement) {

    /** Before it was sent, at once; afterwards only when its pipeline certainly stopped. */
    ProjectAnswer.ToCancel cancel(ProjectId id, Cause cause) {
        return context.withProject(id, (unit, project) -> decide(unit, project, cause))
                .map(Supplier::get)
                .orElseGet(ProjectAnswer.NoSuchProject::new);
    }

    /** The answer; for a run, what finds it once the unit has ended. */
    private Supplier<ProjectAnswer.ToCancel> decide(
            ProjectUnit unit, Project project, Cause cause) {
        return switch (project) {
            case Project.AwaitingPayment p -> answer(failAsCancelled(unit, p, cause));
            case Project.Pending p -> answer(failAsCancelled(unit, p, cause));
            case Sent p -> answer(new ProjectAnswer.CannotCancel(p,
                    "it was sent to its pipeline, which has not answered yet"));
            case Processing p -> () -> cancelRun(p, cause);
            case Completed p -> answer(new ProjectAnswer.AlreadyFinal(p));
            case Failed p -> answer(answerFailed(p));
        };
    }

    private static Supplier<ProjectAnswer.ToCancel> answer(ProjectAnswer.ToCancel answer) {
        return () -> answer;
    }

    private static ProjectAnswer.ToCancel answerFailed(Failed project) {
        return project.failure().reason() == FailureReason.CANCELLED
                ? new ProjectAnswer.ProjectUnchanged(project)
                : new ProjectAnswer.AlreadyFinal(project);
    }

    private ProjectAnswer.ToCancel cancelRun(Processing project, Cause cause) {
        return switch (context.registrationOf(project).pipeline().cancel(project.asRun())) {
            case Pipeline.RunCancelled c ->
                    context.withProject(project.id(),
                            (unit, current) -> recordStopped(unit, current, project, cause))
                            .orElseThrow();
            case Pipeline.TooLate t -> pollSoon(project, "its run had ended before");
            case Pipeline.Unsupported u ->
                    new ProjectAnswer.CannotCancel(project, "its pipeline cannot cancel a run");
            case Pipeline.Unknown u -> pollSoon(project, u.why());
        };
    }

    private ProjectAnswer.ToCancel recordStopped(
            ProjectUnit unit, Project current, Processing stopped, Cause cause) {
        if (current.equals(stopped)) {
            return failAsCancelled(unit, stopped, cause);
        }
        return current instanceof Processing
                ? new ProjectAnswer.CannotCancel(current, "another run has started")
                : decide(unit, current, cause).get();
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
