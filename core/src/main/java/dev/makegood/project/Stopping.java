package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Open;
import dev.makegood.project.Project.Processing;
import dev.makegood.project.Project.Sent;
import java.util.Optional;

/** Ends projects before their time: cancelled by their customer, or failed by an operator. */
record Stopping(Office office, Settling settling) {

    /** Before it was sent, at once; afterwards only when its pipeline certainly stopped. */
    Answer.OfCancelling cancel(ProjectId id, Cause cause) {
        var first = office.onProject(id, (unit, project) -> atOnce(unit, project, cause));
        return first.map(answer -> answer.orElseGet(() -> askedToStop(id, cause)))
                .orElseGet(Answer.NoSuchProject::new);
    }

    private Optional<Answer.OfCancelling> atOnce(ProjectUnit unit, Project project, Cause cause) {
        return switch (project) {
            case Project.AwaitingPayment p -> Optional.of(cancelled(unit, p, cause));
            case Project.Pending p -> Optional.of(cancelled(unit, p, cause));
            case Sent p ->
                    Optional.of(new Answer.CannotCancel(p, "it was just sent to its pipeline"));
            case Processing p -> Optional.empty();
            case Completed p -> Optional.of(new Answer.AlreadyFinal(p));
            case Failed p -> Optional.of(alreadyFailed(p));
        };
    }

    private static Answer.OfCancelling alreadyFailed(Failed project) {
        return project.why().reason() == FailureReason.CANCELLED
                ? new Answer.Unchanged(project)
                : new Answer.AlreadyFinal(project);
    }

    private Answer.OfCancelling askedToStop(ProjectId id, Cause cause) {
        var project = office.onProject(id, (unit, found) -> found).orElseThrow();
        if (!(project instanceof Processing processing)) {
            return cancel(id, cause);
        }
        return switch (office.workshopOf(project).pipeline().cancel(processing.asRun())) {
            case Pipeline.Cancelled c ->
                    office.onProject(id, (unit, now) -> stopped(unit, now, processing, cause))
                            .orElseThrow();
            case Pipeline.TooLate t -> lookSoon(processing, "it had ended before");
            case Pipeline.Unsupported u ->
                    new Answer.CannotCancel(project, "its pipeline cannot stop a run");
            case Pipeline.Unknown u -> lookSoon(processing, u.why());
        };
    }

    private Answer.OfCancelling stopped(
            ProjectUnit unit, Project now, Processing stopped, Cause cause) {
        return now.equals(stopped) ? cancelled(unit, stopped, cause)
                : atOnce(unit, now, cause)
                        .orElseGet(() -> new Answer.CannotCancel(now, "another run has begun"));
    }

    /** Its end is not certain yet, so the watchdog asks at once. */
    private Answer.OfCancelling lookSoon(Processing project, String why) {
        return office.onProject(project.id(), (unit, now) -> {
            unit.tasks()
                    .find(Projects.LOOK_TASK, project.id().value())
                    .ifPresent(task -> unit.tasks().postpone(task, office.now()));
            return new Answer.CannotCancel(now, why);
        }).orElseThrow();
    }

    private Answer.Changed cancelled(ProjectUnit unit, Open project, Cause cause) {
        var why = new Failure(FailureReason.CANCELLED, cause.reason());
        settling.fail(unit, project, why, cause);
        return new Answer.Changed(unit.projects().find(project.id()).orElseThrow());
    }

    /** An operator's decision: nobody is asked. */
    Answer.OfFailing fail(ProjectId id, Cause cause) {
        return office.<Answer.OfFailing>onProject(id, (unit, project) -> switch (project) {
            case Open p -> cancelled(unit, p, cause);
            case Failed p -> new Answer.Unchanged(p);
            case Completed p -> new Answer.AlreadyFinal(p);
        }).orElseGet(Answer.NoSuchProject::new);
    }
}
