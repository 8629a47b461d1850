package dev.makegood.explorer;

import dev.makegood.Makegood;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.pricing.Operation;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.PipelineRegistration;
import dev.makegood.project.PipelineRegistry;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import dev.makegood.project.RunReport.RunFailed;
import dev.makegood.project.RunReport.RunSucceeded;
import dev.makegood.testing.FakePipeline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** One project of 40 credits, its pipeline and an operator. */
final class ProjectWorld extends SmallWorld {

    private static final Operation VIDEO = Operation.of("story-editor", "project-video");
    private static final Duration DEADLINE = Duration.ofMinutes(15);
    private static final Duration HARD_LIMIT = Duration.ofHours(6);

    static final List<Deed<ProjectWorld>> DEEDS = List.of(
            new Deed<>("run tasks", SmallWorld::runTasks),
            new Deed<>("succeed", world -> world.report(world.success(world.currentRun()))),
            new Deed<>("fail", world -> world.report(world.failure(world.currentRun()))),
            new Deed<>("first run fails late", ProjectWorld::firstRunFails),
            new Deed<>("break unheard", ProjectWorld::breakUnheard),
            new Deed<>("start certainly not", world -> world.pipeline.startsNothing("busy")),
            new Deed<>("lose the start's answer", world -> world.pipeline.losesTheAnswer()),
            new Deed<>("reject the start", world -> world.pipeline.rejects("no")),
            new Deed<>("cancel", world -> world.server().projects().cancel(world.project, CAUSE)),
            new Deed<>("operator fails", world -> world.server()
                    .projects()
                    .fail(world.project,
                            CAUSE)),
            new Deed<>("retry", world -> world.server().projects().retry(world.project, CAUSE)),
            new Deed<>("refund", ProjectWorld::refund),
            new Deed<>("deadline", world -> world.clock.advance(DEADLINE)),
            new Deed<>("other server", SmallWorld::switchServer));

    private final FakePipeline pipeline;
    private final Makegood onTime;
    private final Makegood anHourBehind;
    private final ProjectId project = samples.project();

    ProjectWorld(Place place) {
        super(place, Duration.ofDays(2));
        this.pipeline = FakePipeline.outside(place.inUnit());
        this.onTime = open(clock);
        this.anHourBehind = open(clockBehind());
        var unused = onTime.ledger()
                .grant(samples.transfer(), ada, Grant.of(GrantSource.PROMOTION, new Credits(40))
                        .withExpiry(clock.instant().plus(Duration.ofMinutes(20))));
        var unusedGrant = onTime.ledger()
                .grant(samples.transfer(), ada, Grant.of(GrantSource.PURCHASE, new Credits(10)));
        var unusedProject = onTime.projects().submit(project, ada, VIDEO);
    }

    private Makegood open(InstantSource source) {
        var registration = new PipelineRegistration("pipeline", pipeline, DEADLINE, HARD_LIMIT);
        return open(source, builder -> builder.withPipelines(PipelineRegistry.only(registration)));
    }

    @Override
    Makegood onTime() {
        return onTime;
    }

    @Override
    Makegood anHourBehind() {
        return anHourBehind;
    }

    private Project state() {
        return durable.projectHistory().find(project).orElseThrow();
    }

    private RunId currentRun() {
        return state() instanceof Project.Processing p ? p.run() : new RunId(project + "-1");
    }

    private RunReport success(RunId run) {
        return new RunSucceeded(run, "it", null, now());
    }

    private RunReport failure(RunId run) {
        return new RunFailed(run, new Failure(FailureReason.PIPELINE_ERROR, "sorry"), now());
    }

    private void report(RunReport report) {
        var unused = server().projects().report(project, report);
    }

    /** A report of a former attempt changes nothing, whatever the state. */
    private void firstRunFails() {
        var before = state();
        report(failure(new RunId(project + "-1")));
        if (before instanceof Project.Funded funded
                && funded.attempt() > 1
                && !state().equals(before)) {
            throw new AssertionError("a former run's failure ended " + before);
        }
    }

    private void breakUnheard() {
        if (state() instanceof Project.Processing) {
            pipeline.breaksWithoutReport(project, "sorry");
        }
    }

    private void refund() {
        var unused = server().refunds()
                .refundProject(samples.transfer(), project, new Credits(15), CAUSE);
    }

    @Override
    void checkEnd() {
        if (state() instanceof Project.Open open) {
            throw new AssertionError("still open two days later: " + open);
        }
    }
}
