package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.project.Project.Processing;
import dev.makegood.task.BackOff;
import dev.makegood.task.Task;
import java.time.Duration;
import java.util.Optional;

/** Polls runs that did not report in time, so that no project stays in processing for ever. */
record Watchdog(ProjectContext context, ProjectSettlement settlement) {

    private static final BackOff POLL_BACK_OFF =
            new BackOff(Duration.ofMinutes(1), Duration.ofHours(1));

    void carryOut(Task task) {
        var id = new ProjectId(task.subjectId());
        findProcessing(task, id).ifPresent(project -> {
            var poll = context.registrationOf(project).pipeline().poll(project.asRun());
            context.change(task.customer(), unit -> recordPoll(unit, task, project, poll));
        });
    }

    private Optional<Processing> findProcessing(Task task, ProjectId id) {
        return context.write(task.customer(), unit -> {
            if (unit.projects().find(id).orElse(null) instanceof Processing project) {
                return Optional.of(project);
            }
            unit.tasks().remove(task.kind(), task.subjectId());
            return Optional.empty();
        });
    }

    private void recordPoll(
            ProjectUnit unit, Task task, Processing polled, Pipeline.RunPollResult poll) {
        var project = unit.projects().find(polled.id()).orElseThrow();
        if (project.equals(polled)) {
            applyPoll(unit, task, polled, poll);
        }
    }

    private void applyPoll(
            ProjectUnit unit, Task task, Processing project, Pipeline.RunPollResult poll) {
        switch (poll) {
            case Pipeline.RunEnded ended -> applyReport(unit, task, project, ended.report());
            case Pipeline.StillRunning running ->
                    postponeOrFail(unit, task, project, "its run did not end in time");
            case Pipeline.Unknown unknown -> postponeOrFail(unit, task, project, unknown.why());
        }
    }

    /** A report of another run says nothing about this one. */
    private void applyReport(ProjectUnit unit, Task task, Processing project, RunReport report) {
        var answer =
                settlement.applyReport(unit, project, report,
                        Cause.rule("its pipeline was polled"));
        if (answer instanceof ProjectAnswer.ReportContradicted contradiction) {
            postponeOrFail(unit, task, project, contradiction.why());
        }
    }

    private void postponeOrFail(ProjectUnit unit, Task task, Processing project, String why) {
        var now = context.now(unit);
        if (context.registrationOf(project)
                .isPastHardLimit(Duration.between(project.startedAt(), now))) {
            settlement.fail(unit, project, new Failure(FailureReason.TIMED_OUT, why),
                    Cause.rule("the hard limit passed"));
        } else {
            unit.tasks().postpone(task, now.plus(POLL_BACK_OFF.pauseAfter(task.attempts())));
        }
    }
}
