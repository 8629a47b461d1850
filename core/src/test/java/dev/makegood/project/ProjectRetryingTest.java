package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProjectRetryingTest extends ProjectsTestBase {

    @Test
    void a_waiting_project_is_sent_now() {
        fixture.pipeline.losesTheOrder();
        fixture.pipeline.losesTheOrder();
        var project = fixture.startProject(ada);
        fixture.advanceAndRun(Duration.ofSeconds(5));

        assertThat(projects.retry(project, OPERATOR))
                .isInstanceOf(ProjectAnswer.ProjectChanged.class);
        fixture.runDueTasks();

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(fixture.pipeline.runs()).isEqualTo(1);
    }

    @Test
    void a_run_that_broke_unheard_begins_anew_on_the_same_hold() {
        var project = fixture.startProject(ada);
        fixture.pipeline.breaksWithoutReport(project, "sorry");

        assertThat(projects.retry(project, OPERATOR))
                .isInstanceOf(ProjectAnswer.ProjectChanged.class);
        assertCredits(60, 40);
        fixture.runDueTasks();

        assertThat(fixture.stateOf(project)).isInstanceOfSatisfying(Project.Processing.class,
                processing -> assertThat(processing.attempt()).isEqualTo(2));
        assertThat(fixture.pipeline.runs()).isEqualTo(2);
        assertThat(eventTypes()).contains("project.retried");
        fixture.pipeline.completes(project);
        assertCredits(60, 0);
    }

    @Test
    void the_run_of_a_former_attempt_is_still_known_by_its_id_and_ends_nothing() {
        var project = fixture.startProject(ada);
        var former = fixture.pipeline.runOf(project);
        fixture.pipeline.breaksWithoutReport(project, "sorry");
        var unused = projects.retry(project, OPERATOR);
        fixture.runDueTasks();
        var current = fixture.stateOf(project);

        assertThat(projects.findIdByRun(former)).contains(project);
        assertThat(projects.findIdByRun(fixture.pipeline.runOf(project))).contains(project);
        assertThat(projects.report(project, new RunReport.RunSucceeded(former, "it", null,
                fixture.clock.instant()))).isInstanceOf(ProjectAnswer.ReportContradicted.class);
        assertThat(fixture.stateOf(project)).isEqualTo(current);
    }

    @Test
    void a_run_that_completed_unheard_is_not_begun_anew() {
        var project = fixture.startProject(ada);
        fixture.pipeline.completesWithoutReport(project);

        assertThat(projects.retry(project, OPERATOR))
                .isInstanceOf(ProjectAnswer.ProjectChanged.class);

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertThat(fixture.pipeline.runs()).isEqualTo(1);
    }

    @Test
    void a_run_that_may_still_be_going_is_not_begun_anew() {
        var project = fixture.startProject(ada);

        assertThat(projects.retry(project, OPERATOR)).isInstanceOf(ProjectAnswer.CannotRetry.class);
        fixture.pipeline.fallsSilent();
        assertThat(projects.retry(project, OPERATOR)).isInstanceOf(ProjectAnswer.CannotRetry.class);

        assertThat(fixture.pipeline.runs()).isEqualTo(1);
    }

    @Test
    void what_is_final_is_not_tried_again() {
        var completed = fixture.startProject(ada);
        var failed = fixture.startProject(ada);
        fixture.pipeline.completes(completed);
        fixture.pipeline.breaks(failed, "sorry");

        assertThat(projects.retry(completed, OPERATOR))
                .isInstanceOf(ProjectAnswer.AlreadyFinal.class);
        assertThat(projects.retry(failed, OPERATOR)).isInstanceOf(ProjectAnswer.AlreadyFinal.class);
        assertThat(projects.retry(fixture.samples.project(), OPERATOR))
                .isEqualTo(new ProjectAnswer.NoSuchProject());
    }

    @Test
    void a_report_of_a_former_run_says_nothing_about_the_current_one() {
        var project = fixture.startProject(ada);
        var former = fixture.pipeline.runOf(project);
        fixture.pipeline.breaksWithoutReport(project, "sorry");
        var unused = projects.retry(project, OPERATOR);
        fixture.runDueTasks();

        assertThat(projects.report(project, new RunReport.RunFailed(former,
                new Failure(FailureReason.PIPELINE_ERROR, "late"), fixture.clock.instant())))
                        .isInstanceOf(ProjectAnswer.ReportContradicted.class);

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertCredits(60, 40);
    }

    @Test
    void a_report_that_names_only_the_project_while_its_retry_waits_is_of_the_former_attempt() {
        var project = fixture.startProject(ada);
        fixture.pipeline.breaksWithoutReport(project, "sorry");
        var unused = projects.retry(project, OPERATOR);

        assertThat(projects.report(project, new RunReport.RunFailed(null,
                new Failure(FailureReason.PIPELINE_ERROR, "late"), fixture.clock.instant())))
                        .isInstanceOf(ProjectAnswer.ReportContradicted.class);

        assertCredits(60, 40);
        assertThat(eventTypes()).endsWith("project.late_failure");
        fixture.runDueTasks();
        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
    }

    @Test
    void a_former_runs_success_after_the_end_is_kept_as_an_event() {
        var project = fixture.startProject(ada);
        var former = fixture.pipeline.runOf(project);
        fixture.pipeline.breaksWithoutReport(project, "sorry");
        var unused = projects.retry(project, OPERATOR);
        fixture.runDueTasks();
        fixture.pipeline.completes(project);

        assertThat(projects.report(project, new RunReport.RunSucceeded(former, "the first film",
                null, fixture.clock.instant())))
                        .isInstanceOf(ProjectAnswer.ReportContradicted.class);

        assertThat(eventTypes()).endsWith("project.late_success");
        assertCredits(60, 0);
    }

    @Test
    void a_retried_run_is_watched_too() {
        var project = fixture.startProject(ada);
        fixture.pipeline.breaksWithoutReport(project, "sorry");
        var unused = projects.retry(project, OPERATOR);
        fixture.runDueTasks();
        fixture.pipeline.completesWithoutReport(project);

        fixture.advanceAndRun(MakegoodFixture.DEADLINE);

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Completed.class);
    }
}
