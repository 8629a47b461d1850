package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.project.Project.Processing;
import dev.makegood.task.BackOff;
import dev.makegood.task.Task;
import java.time.Duration;
import java.util.Optional;

/** The watchdog: asks about runs that did not report in time, so that nothing stays in processing for ever. */
record Watching(Office office, Settling settling) {

    private static final BackOff AGAIN = new BackOff(Duration.ofMinutes(1), Duration.ofHours(1));

    void carryOut(Task task) {
        var id = new ProjectId(task.about());
        processing(task, id).ifPresent(project -> {
            var look = office.workshopOf(project).pipeline().look(project.asRun());
            office.change(task.customer(), unit -> record(unit, task, project, look));
        });
    }

    private Optional<Processing> processing(Task task, ProjectId id) {
        return office.write(task.customer(), unit -> {
            if (unit.projects().find(id).orElse(null) instanceof Processing project) {
                return Optional.of(project);
            }
            unit.tasks().done(task.kind(), task.about());
            return Optional.empty();
        });
    }

    private void record(ProjectUnit unit, Task task, Processing seen, Pipeline.Look look) {
        var project = unit.projects().find(seen.id()).orElseThrow();
        if (project.equals(seen)) {
            looked(unit, task, seen, look);
        }
    }

    private void looked(ProjectUnit unit, Task task, Processing project, Pipeline.Look look) {
        switch (look) {
            case Pipeline.Seen seen -> seen(unit, task, project, seen.report());
            case Pipeline.StillRunning running ->
                    waitOrGiveUp(unit, task, project, "it never ended");
            case Pipeline.Unknown unknown -> waitOrGiveUp(unit, task, project, unknown.why());
        }
    }

    /** A pipeline that speaks of another run has said nothing about this one. */
    private void seen(ProjectUnit unit, Task task, Processing project, RunReport report) {
        var answer = settling.react(unit, project, report, Cause.rule("asked its pipeline"));
        if (answer instanceof Answer.Contradicted contradicted) {
            waitOrGiveUp(unit, task, project, contradicted.why());
        }
    }

    private void waitOrGiveUp(ProjectUnit unit, Task task, Processing project, String why) {
        var now = office.now();
        if (office.workshopOf(project)
                .hasGivenUpAfter(Duration.between(project.startedAt(), now))) {
            settling.fail(unit, project, new Failure(FailureReason.TIMED_OUT, why),
                    Cause.rule("the hard limit passed"));
        } else {
            unit.tasks().postpone(task, now.plus(AGAIN.after(task.tries())));
        }
    }
}
