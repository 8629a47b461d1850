package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.task.BackOff;
import dev.makegood.task.Task;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends projects to their pipelines: the intent is written, then the pipeline is called, then its
 * answer is written.
 */
record ProjectSubmitting(ProjectContext context, ProjectSettlement settlement) {

    private static final BackOff RETRY_BACK_OFF =
            new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    /**
     * After a start that took longer than this, a report may already have been missed: the run is
     * polled at once.
     */
    private static final Duration PROMPT_START_MAX = Duration.ofSeconds(30);

    void carryOut(Task task) {
        context.write(task.customer(), ProjectContext.idsOf(projectId(task)),
                unit -> recordIntent(unit, task))
                .filter(attempt -> task.isClaimedAt(context.clock().instant()))
                .ifPresent(attempt -> send(task, attempt));
    }

    /** Only while the task is claimed: one who sends it later could not be told from one who never will. */
    private void send(Task task, SubmissionAttempt attempt) {
        var result = context.registrationOf(attempt.project()).pipeline().start(attempt.request());
        context.change(task.customer(),
                unit -> recordResult(unit, task, attempt.request(), result));
    }

    private record SubmissionAttempt(Project.Sent project, RunRequest request) {}

    /** Records that it is about to be sent, so that it is not taken for unsent after a crash. */
    private Optional<SubmissionAttempt> recordIntent(ProjectUnit unit, Task task) {
        return switch (unit.projects().find(projectId(task)).orElse(null)) {
            case Project.Pending p -> {
                var sent = p.send(context.now(unit));
                unit.projects().replace(p, sent);
                yield Optional.of(attemptOf(sent, false));
            }
            case Project.Sent s -> Optional.of(attemptOf(s, true));
            case null, default -> {
                unit.tasks().remove(task.kind(), task.subjectId());
                yield Optional.empty();
            }
        };
    }

    private static SubmissionAttempt attemptOf(Project.Sent sent, boolean repeated) {
        return new SubmissionAttempt(sent,
                new RunRequest(sent.id(), sent.attempt(), sent.details().order(), sent.sentAt(),
                        repeated));
    }

    private void recordResult(
            ProjectUnit unit, Task task, RunRequest request, Pipeline.StartResult result) {
        var project = unit.projects().find(projectId(task)).orElseThrow();
        if (project instanceof Project.Sent sent && isAbout(request, sent)) {
            applyResult(unit, task, sent, result);
        } else {
            claimOvertakenRun(unit, project, result);
        }
    }

    /**
     * Another runner may have sent it anew meanwhile, and that sending has an answer of its own.
     */
    private static boolean isAbout(RunRequest request, Project.Sent sent) {
        return sent.attempt() == request.attempt() && sent.sentAt().equals(request.sentAt());
    }

    private void applyResult(
            ProjectUnit unit, Task task, Project.Sent sent, Pipeline.StartResult result) {
        switch (result) {
            case Pipeline.Started started -> recordStarted(unit, task, sent, started.run());
            case Pipeline.Rejected rejected -> settlement.fail(unit, sent,
                    new Failure(FailureReason.SUBMISSION_FAILED, rejected.why()),
                    Cause.rule("refused by its pipeline"));
            case Pipeline.NotStarted not -> requeueOrFail(unit, task, sent, not.why());
            case Pipeline.Unknown unknown -> retryOrFail(unit, task, sent, unknown.why());
        }
    }

    private void requeueOrFail(ProjectUnit unit, Task task, Project.Sent sent, String why) {
        if (isPastHardLimit(unit, sent)) {
            failAsTimedOut(unit, sent, why);
        } else {
            unit.projects().replace(sent, sent.requeue(context.now(unit)));
            postpone(unit, task);
        }
    }

    private void recordStarted(ProjectUnit unit, Task task, Project.Sent sent, RunId run) {
        var owner = unit.projects().claimRun(sent.details().pipeline(), run, sent.id());
        if (!owner.equals(sent.id())) {
            retryOrFail(unit, task, sent, "its pipeline named the run of another project");
            return;
        }
        var now = context.now(unit);
        var project = sent.start(run, now);
        boolean isPrompt = Duration.between(sent.sentAt(), now).compareTo(PROMPT_START_MAX) < 0;
        var pollAt = isPrompt ? now.plus(context.registrationOf(sent).deadline()) : now;
        unit.projects().replace(sent, project);
        unit.tasks().remove(task.kind(), task.subjectId());
        unit.tasks().add(Task.of(task.customer(), ProjectTasks.POLL, task.subjectId(), pollAt));
        unit.events().append(new ProjectEvent.ProjectStarted(project), now);
    }

    private void retryOrFail(ProjectUnit unit, Task task, Project.Sent sent, String why) {
        if (isPastHardLimit(unit, sent)) {
            failAsTimedOut(unit, sent, why);
        } else {
            postpone(unit, task);
        }
    }

    /** Since the attempt was first sent, however often it was sent anew. */
    private boolean isPastHardLimit(ProjectUnit unit, Project.Sent sent) {
        return context.registrationOf(sent)
                .isPastHardLimit(Duration.between(sent.firstSentAt(), context.now(unit)));
    }

    private void failAsTimedOut(ProjectUnit unit, Project.Sent sent, String why) {
        settlement.fail(unit, sent, new Failure(FailureReason.TIMED_OUT, why),
                Cause.rule("the hard limit passed"));
    }

    private void postpone(ProjectUnit unit, Task task) {
        unit.tasks()
                .postpone(task,
                        context.now(unit).plus(RETRY_BACK_OFF.pauseAfter(task.attempts())));
    }

    /**
     * A report or an operator was faster than the answer; the run is claimed for reports that name
     * it.
     */
    private static void claimOvertakenRun(
            ProjectUnit unit, Project project, Pipeline.StartResult result) {
        if (result instanceof Pipeline.Started started) {
            var unused = unit.projects()
                    .claimRun(project.details().pipeline(), started.run(), project.id());
        }
    }

    private static ProjectId projectId(Task task) {
        return new ProjectId(task.subjectId());
    }
}
