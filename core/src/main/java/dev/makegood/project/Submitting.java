package dev.makegood.project;

import dev.makegood.event.Cause;
import dev.makegood.task.BackOff;
import dev.makegood.task.Task;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends projects to their pipelines: the intent is written, then the pipeline is called, then its answer is written.
 */
record Submitting(Office office, Settling settling) {

    private static final BackOff AGAIN = new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    /** A start that took longer than this may have been answered by somebody who is gone: look soon. */
    private static final Duration PROMPT = Duration.ofSeconds(30);

    void carryOut(Task task) {
        office.write(task.customer(), unit -> intent(unit, task)).ifPresent(sent -> {
            var answer = office.workshopOf(sent.project()).pipeline().start(sent.order());
            office.change(task.customer(), unit -> record(unit, task, sent.order(), answer));
        });
    }

    private record Sending(Project.Sent project, RunOrder order) {}

    /** Remembers that we are about to send it, so that nobody takes it for unsent after a crash. */
    private Optional<Sending> intent(ProjectUnit unit, Task task) {
        return switch (unit.projects().find(id(task)).orElse(null)) {
            case Project.Pending p -> {
                var sent = p.send(office.now());
                unit.projects().replace(p, sent);
                yield Optional.of(sending(sent, false));
            }
            case Project.Sent s -> Optional.of(sending(s, true));
            case null, default -> {
                unit.tasks().done(task.kind(), task.about());
                yield Optional.empty();
            }
        };
    }

    private static Sending sending(Project.Sent sent, boolean repeated) {
        return new Sending(sent,
                new RunOrder(sent.id(), sent.attempt(), sent.brief().order(), sent.sentAt(),
                        repeated));
    }

    private void record(ProjectUnit unit, Task task, RunOrder order, Pipeline.Start answer) {
        var project = unit.projects().find(id(task)).orElseThrow();
        if (project instanceof Project.Sent sent && isAbout(order, sent)) {
            answered(unit, task, sent, answer);
        } else {
            overtaken(unit, project, answer);
        }
    }

    /** Somebody else may have sent it anew meanwhile, and that sending has an answer of its own. */
    private static boolean isAbout(RunOrder order, Project.Sent sent) {
        return sent.attempt() == order.attempt() && sent.sentAt().equals(order.sentAt());
    }

    private void answered(ProjectUnit unit, Task task, Project.Sent sent, Pipeline.Start answer) {
        switch (answer) {
            case Pipeline.Started started -> started(unit, task, sent, started.run());
            case Pipeline.Rejected rejected -> settling.fail(unit, sent,
                    new Failure(FailureReason.SUBMISSION_FAILED, rejected.why()),
                    Cause.rule("refused by its pipeline"));
            case Pipeline.NotStarted not -> takeBack(unit, task, sent);
            case Pipeline.Unknown unknown -> unknown(unit, task, sent, unknown.why());
        }
    }

    private void takeBack(ProjectUnit unit, Task task, Project.Sent sent) {
        var now = office.now();
        unit.projects().replace(sent, sent.takeBack(now));
        unit.tasks().postpone(task, now.plus(AGAIN.after(task.tries())));
    }

    private void started(ProjectUnit unit, Task task, Project.Sent sent, RunId run) {
        var owner = unit.projects().claimRun(sent.brief().pipeline(), run, sent.id());
        if (!owner.equals(sent.id())) {
            unknown(unit, task, sent, "its pipeline named the run of another project");
            return;
        }
        var now = office.now();
        var project = sent.start(run, now);
        boolean prompt = Duration.between(sent.sentAt(), now).compareTo(PROMPT) < 0;
        var lookAt = prompt ? now.plus(office.workshopOf(sent).deadline()) : now;
        unit.projects().replace(sent, project);
        unit.tasks().done(task.kind(), task.about());
        unit.tasks().add(Task.of(task.customer(), Projects.LOOK_TASK, task.about(), lookAt));
        unit.events().append(new ProjectEvent.Started(project), now);
    }

    private void unknown(ProjectUnit unit, Task task, Project.Sent sent, String why) {
        var now = office.now();
        if (office.workshopOf(sent).hasGivenUpAfter(Duration.between(sent.sentAt(), now))) {
            settling.fail(unit, sent, new Failure(FailureReason.TIMED_OUT, why),
                    Cause.rule("the hard limit passed"));
        } else {
            unit.tasks().postpone(task, now.plus(AGAIN.after(task.tries())));
        }
    }

    /** A report or a person was faster than the answer; the run is still ours, should anybody name it. */
    private static void overtaken(ProjectUnit unit, Project project, Pipeline.Start answer) {
        if (answer instanceof Pipeline.Started started) {
            var unused = unit.projects()
                    .claimRun(project.brief().pipeline(), started.run(), project.id());
        }
    }

    private static ProjectId id(Task task) {
        return new ProjectId(task.about());
    }
}
