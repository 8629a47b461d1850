package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.project.Project.AwaitingPayment;
import dev.makegood.project.Project.Completed;
import dev.makegood.project.Project.Failed;
import dev.makegood.project.Project.Pending;
import dev.makegood.project.Project.Processing;
import dev.makegood.project.Project.Sent;
import dev.makegood.task.Task;
import java.util.Optional;

/** Tries again for an operator: never a second run beside one that may still be going. */
record Retrying(Office office, Settling settling) {

    Answer.OfRetrying retry(ProjectId id, Cause cause) {
        var first = office.onProject(id, (unit, project) -> unsent(unit, project));
        return first.map(answer -> answer.orElseGet(() -> afterAsking(id, cause)))
                .orElseGet(Answer.NoSuchProject::new);
    }

    private Optional<Answer.OfRetrying> unsent(ProjectUnit unit, Project project) {
        return switch (project) {
            case AwaitingPayment p ->
                    Optional.of(new Answer.StillAtWork(p, "it waits for its payment"));
            case Pending p -> Optional.of(dueNow(unit, p));
            case Sent p -> Optional.of(dueNow(unit, p));
            case Processing p -> Optional.empty();
            case Completed p -> Optional.of(new Answer.AlreadyFinal(p));
            case Failed p -> Optional.of(new Answer.AlreadyFinal(p));
        };
    }

    private Answer.Changed dueNow(ProjectUnit unit, Project project) {
        unit.tasks()
                .add(Task.of(project.brief().customer(), Projects.SUBMIT_TASK, project.id().value(),
                        office.now()));
        return new Answer.Changed(project);
    }

    private Answer.OfRetrying afterAsking(ProjectId id, Cause cause) {
        var project = office.onProject(id, (unit, found) -> found).orElseThrow();
        if (!(project instanceof Processing processing)) {
            return retry(id, cause);
        }
        return switch (office.workshopOf(project).pipeline().look(processing.asRun())) {
            case Pipeline.Seen seen ->
                    office.onProject(id, (unit, now) -> ended(unit, now, processing, seen, cause))
                            .orElseThrow();
            case Pipeline.StillRunning r ->
                    new Answer.StillAtWork(project, "its pipeline works on it");
            case Pipeline.Unknown u -> new Answer.StillAtWork(project, u.why());
        };
    }

    private Answer.OfRetrying ended(
            ProjectUnit unit, Project now, Processing asked, Pipeline.Seen seen,
            Cause cause) {
        if (!now.equals(asked)) {
            return new Answer.StillAtWork(now, "it moved on meanwhile");
        }
        return switch (seen.report()) {
            case RunReport.Succeeded s -> changed(settling.react(unit, asked, s, cause), now);
            case RunReport.Broke b -> again(unit, asked, cause);
        };
    }

    private static Answer.OfRetrying changed(Answer.OfReport answer, Project now) {
        return answer instanceof Answer.Changed changed
                ? changed
                : new Answer.StillAtWork(now, "its pipeline speaks of another run");
    }

    private Answer.Changed again(ProjectUnit unit, Processing project, Cause cause) {
        var pending = project.retry(office.now());
        unit.projects().replace(project, pending);
        unit.tasks().done(Projects.LOOK_TASK, project.id().value());
        unit.events()
                .append(new ProjectEvent.Retried(pending, cause.actor(), cause.reason()),
                        office.now());
        return dueNow(unit, pending);
    }
}
