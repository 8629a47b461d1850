package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProjectSubmittingTest extends ProjectsTestBase {

    @Test
    void an_order_is_sent_to_its_pipeline_once() {
        var project = fixture.startProject(ada);
        fixture.advanceAndRun(Duration.ofMinutes(10));

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(fixture.pipeline.orders()).hasSize(1);
        assertThat(fixture.pipeline.orders().getFirst().repeated()).isFalse();
        assertThat(projects.findIdByRun(fixture.pipeline.runOf(project))).contains(project);
        assertThat(eventTypes()).endsWith("project.started");
    }

    @Test
    void a_pipeline_that_refuses_fails_the_project_and_the_credits_come_back() {
        fixture.pipeline.rejects("no such model");

        var project = fixture.startProject(ada);

        assertThat(failureReasonOf(project)).isEqualTo(FailureReason.SUBMISSION_FAILED);
        assertCredits(100, 0);
    }

    @Test
    void a_start_whose_answer_was_lost_is_repeated_and_starts_no_second_run() {
        fixture.pipeline.losesTheAnswer();
        var project = fixture.startProject(ada);
        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Sent.class);
        assertCredits(60, 40);

        fixture.advanceAndRun(Duration.ofMinutes(1));

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(fixture.pipeline.runs()).isEqualTo(1);
        assertThat(fixture.pipeline.orders()).extracting(RunRequest::repeated)
                .containsExactly(false, true);
        assertThat(fixture.pipeline.orders()).extracting(RunRequest::sentAt)
                .containsOnly(fixture.samples.start());
    }

    @Test
    void a_start_that_never_arrived_is_repeated_with_growing_pauses() {
        for (int i = 0; i < 5; i++) {
            fixture.pipeline.losesTheOrder();
        }
        var project = fixture.startProject(ada);

        fixture.advanceAndRun(Duration.ofSeconds(4));
        assertThat(fixture.pipeline.orders()).hasSize(1);
        fixture.advanceAndRun(Duration.ofSeconds(1));
        assertThat(fixture.pipeline.orders()).hasSize(2);
        fixture.advanceAndRun(Duration.ofSeconds(9));
        assertThat(fixture.pipeline.orders()).hasSize(2);
        fixture.advanceAndRun(Duration.ofSeconds(1));
        assertThat(fixture.pipeline.orders()).hasSize(3);
        fixture.advanceAndRun(Duration.ofHours(1));
        fixture.advanceAndRun(Duration.ofHours(1));
        fixture.advanceAndRun(Duration.ofHours(1));

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
    }

    @Test
    void what_certainly_never_started_is_sent_as_if_for_the_first_time() {
        fixture.pipeline.startsNothing("it is full");
        var project = fixture.startProject(ada);
        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Pending.class);

        fixture.advanceAndRun(Duration.ofSeconds(5));

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(fixture.pipeline.orders()).extracting(RunRequest::repeated)
                .containsExactly(false, false);
    }

    @Test
    void a_start_that_is_unknown_for_too_long_has_failed() {
        fixture.pipeline.losesTheOrder();
        var project = fixture.startProject(ada);
        fixture.pipeline.losesTheOrder();

        fixture.advanceAndRun(MakegoodFixture.HARD_LIMIT);

        assertThat(failureReasonOf(project)).isEqualTo(FailureReason.TIMED_OUT);
        assertCredits(100, 0);
    }

    @Test
    void an_attempt_that_never_starts_fails_when_the_hard_limit_since_it_was_first_sent_passes() {
        fixture.pipeline.startsNothing("it is full");
        var project = fixture.startProject(ada);
        for (int day = 0; day < 5; day++) {
            fixture.pipeline.startsNothing("it is still full");
            fixture.advanceAndRun(MakegoodFixture.HARD_LIMIT.dividedBy(5));
        }

        assertThat(failureReasonOf(project)).isEqualTo(FailureReason.TIMED_OUT);
        assertCredits(100, 0);
        assertThat(fixture.pipeline.orders()).hasSize(6);
    }

    @Test
    void the_hard_limit_is_not_put_off_by_a_start_that_certainly_failed_in_between() {
        fixture.pipeline.startsNothing("it is full");
        var project = fixture.startProject(ada);
        fixture.pipeline.losesTheOrder();
        fixture.advanceAndRun(MakegoodFixture.HARD_LIMIT.minusSeconds(1));
        fixture.pipeline.losesTheOrder();

        fixture.advanceAndRun(Duration.ofMinutes(5));

        assertThat(failureReasonOf(project)).isEqualTo(FailureReason.TIMED_OUT);
    }

    @Test
    void a_retry_counts_from_its_own_first_sending() {
        var project = fixture.startProject(ada);
        fixture.pipeline.breaksWithoutReport(project, "sorry");
        fixture.clock.advance(MakegoodFixture.HARD_LIMIT.minusSeconds(1));
        fixture.pipeline.startsNothing("it is full");
        var unused = projects.retry(project, OPERATOR);
        fixture.runDueTasks();

        fixture.pipeline.startsNothing("it is full");
        fixture.advanceAndRun(Duration.ofMinutes(5));

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Pending.class);
    }

    @Test
    void a_report_that_overtakes_the_answer_to_the_start_completes_the_project() {
        fixture.pipeline.startsAfter(() -> {
            var sent = fixture.pipeline.orders().getFirst().id();
            assertThat(fixture.pipeline.completes(sent))
                    .isInstanceOf(ProjectAnswer.ProjectChanged.class);
        });

        var project = fixture.startProject(ada);

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertCredits(60, 0);
        assertThat(projects.findIdByRun(fixture.pipeline.runOf(project)))
                .as("for reports that name it")
                .contains(project);
        fixture.advanceAndRun(Duration.ofHours(1));
        assertThat(fixture.pipeline.orders()).hasSize(1);
    }

    @Test
    void a_failure_that_overtakes_the_answer_to_the_start_releases_the_credits() {
        fixture.pipeline.startsAfter(
                () -> fixture.pipeline.breaks(fixture.pipeline.orders().getFirst().id(), "no"));

        var project = fixture.startProject(ada);

        assertThat(failureReasonOf(project)).isEqualTo(FailureReason.PIPELINE_ERROR);
        assertCredits(100, 0);
    }

    @Test
    void a_report_about_a_project_that_was_not_sent_yet_is_applied() {
        var project = fixture.submitProject(ada);

        assertThat(projects.report(project, successReport(fixture)))
                .isInstanceOf(ProjectAnswer.ProjectChanged.class);
        fixture.advanceAndRun(Duration.ofMinutes(5));

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertThat(fixture.pipeline.orders()).isEmpty();
        assertCredits(60, 0);
    }

    @Test
    void a_start_that_took_very_long_is_polled_at_once() {
        fixture.pipeline.startsAfter(() -> fixture.clock.advance(Duration.ofSeconds(31)));
        var project = fixture.submitProject(ada);

        var unused = fixture.makegood.taskRunner().runDue(1);

        assertThat(fixture.storage.taskQueue().find(ada, ProjectTasks.POLL, project.value()))
                .hasValueSatisfying(
                        task -> assertThat(task.dueAt()).isEqualTo(fixture.clock.instant()));
    }
}
