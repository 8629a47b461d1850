package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchdogTest extends ProjectsTestBase {

    private final ProjectId project = fixture.startProject(ada);

    private Duration dueIn() {
        var task = fixture.storage.taskQueue()
                .find(ada, ProjectTasks.POLL, project.value())
                .orElseThrow();
        return Duration.between(fixture.clock.instant(), task.dueAt());
    }

    @Test
    void a_run_that_did_not_report_in_time_is_polled_and_completes() {
        fixture.pipeline.completesWithoutReport(project);

        fixture.advanceAndRun(MakegoodFixture.DEADLINE.minusSeconds(1));
        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
        fixture.advanceAndRun(Duration.ofSeconds(1));

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertCredits(60, 0);
    }

    @Test
    void a_run_that_failed_without_a_report_releases_the_credits() {
        fixture.pipeline.breaksWithoutReport(project, "sorry");

        fixture.advanceAndRun(MakegoodFixture.DEADLINE);

        assertThat(failureReasonOf(project)).isEqualTo(FailureReason.PIPELINE_ERROR);
        assertCredits(100, 0);
    }

    @Test
    void a_run_that_is_still_going_is_polled_again_later() {
        fixture.advanceAndRun(MakegoodFixture.DEADLINE);
        assertThat(dueIn()).isEqualTo(Duration.ofMinutes(1));

        fixture.advanceAndRun(Duration.ofMinutes(1));
        assertThat(dueIn()).isEqualTo(Duration.ofMinutes(2));

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertCredits(60, 40);
    }

    @Test
    void a_pipeline_that_does_not_answer_ends_nothing() {
        fixture.pipeline.fallsSilent();

        fixture.advanceAndRun(MakegoodFixture.DEADLINE);

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertCredits(60, 40);
    }

    @Test
    void after_the_hard_limit_a_run_has_failed_without_a_definite_answer() {
        for (int hours = 0; hours < 7; hours++) {
            fixture.advanceAndRun(Duration.ofHours(1));
        }

        assertThat(failureReasonOf(project)).isEqualTo(FailureReason.TIMED_OUT);
        assertCredits(100, 0);
    }

    @Test
    void without_a_hard_limit_a_run_is_polled_for_ever() {
        var endless = MakegoodFixture.inMemory(builder -> builder.withPipelines(
                PipelineRegistry.only(new PipelineRegistration("pipeline", new Pipeline() {

                    @Override
                    public StartResult start(RunRequest request) {
                        return new Started(new RunId("endless"));
                    }

                    @Override
                    public RunPollResult poll(Run run) {
                        return new StillRunning();
                    }
                }, MakegoodFixture.DEADLINE, null))));
        var bob = endless.customerWith(100);
        var theirs = endless.startProject(bob);

        for (int days = 0; days < 100; days++) {
            endless.advanceAndRun(Duration.ofDays(1));
        }

        assertThat(endless.stateOf(theirs)).isInstanceOf(Project.Processing.class);
    }

    @Test
    void a_run_that_reported_is_not_polled() {
        fixture.pipeline.completes(project);

        assertThat(fixture.storage.taskQueue().find(ada, ProjectTasks.POLL, project.value()))
                .isEmpty();
    }

    @Test
    void a_pipeline_that_speaks_of_another_run_has_said_nothing_about_this_one() {
        var confused = MakegoodFixture.inMemory(builder -> builder.withPipelines(
                PipelineRegistry.only(new PipelineRegistration("pipeline", new Pipeline() {

                    @Override
                    public StartResult start(RunRequest request) {
                        return new Started(new RunId("one"));
                    }

                    @Override
                    public RunPollResult poll(Run run) {
                        return new RunEnded(
                                new RunReport.RunSucceeded(new RunId("another"), "it", null,
                                        run.startedAt()));
                    }
                }, MakegoodFixture.DEADLINE, MakegoodFixture.HARD_LIMIT))));
        var bob = confused.customerWith(100);
        var theirs = confused.startProject(bob);

        confused.advanceAndRun(MakegoodFixture.DEADLINE);
        assertThat(confused.stateOf(theirs)).isInstanceOf(Project.Processing.class);
        assertThat(confused.storage.taskQueue().due(confused.clock.instant(), 10)).isEmpty();

        confused.advanceAndRun(MakegoodFixture.HARD_LIMIT);
        assertThat(confused.stateOf(theirs)).isInstanceOf(Project.Failed.class);
    }
}
