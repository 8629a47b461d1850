package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Credits;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.MakegoodFixture;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectReportingTest extends ProjectsTestBase {

    @Test
    void a_completed_project_is_charged() {
        var project = fixture.startProject(ada);

        assertThat(fixture.pipeline.completes(project))
                .isInstanceOf(ProjectAnswer.ProjectChanged.class);

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertCredits(60, 0);
        assertThat(eventTypes()).endsWith("credits.captured", "project.completed");
    }

    @Test
    void a_failed_project_releases_the_credits() {
        var project = fixture.startProject(ada);

        fixture.pipeline.breaks(project, "out of memory");

        assertThat(fixture.stateOf(project)).isInstanceOfSatisfying(Project.Failed.class,
                failed -> assertThat(failed.failure())
                        .isEqualTo(new Failure(FailureReason.PIPELINE_ERROR, "out of memory")));
        assertCredits(100, 0);
        assertThat(eventTypes()).endsWith("credits.released", "project.failed");
    }

    @Test
    void the_same_report_again_is_answered_as_the_first_time_and_changes_nothing() {
        var completed = fixture.startProject(ada);
        var failed = fixture.startProject(ada);
        fixture.pipeline.completes(completed);
        fixture.pipeline.breaks(failed, "sorry");
        var before = eventTypes();

        assertThat(fixture.pipeline.completes(completed))
                .isInstanceOf(ProjectAnswer.ProjectUnchanged.class);
        assertThat(fixture.pipeline.breaks(failed, "sorry"))
                .isInstanceOf(ProjectAnswer.ProjectUnchanged.class);
        assertThat(eventTypes()).isEqualTo(before);
        assertCredits(60, 0);
    }

    @Test
    void the_opposite_report_changes_nothing_and_is_recorded() {
        var project = fixture.startProject(ada);
        fixture.pipeline.completes(project);

        assertThat(fixture.pipeline.breaks(project, "sorry"))
                .isInstanceOf(ProjectAnswer.ReportContradicted.class);
        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertThat(eventTypes()).endsWith("project.late_failure");
        assertCredits(60, 0);
    }

    @Test
    void a_late_success_is_kept_with_its_result_so_that_a_person_can_act_on_it() {
        var project = fixture.startProject(ada);
        fixture.pipeline.breaks(project, "sorry");

        assertThat(projects.report(project, successReport(fixture)))
                .isInstanceOf(ProjectAnswer.ReportContradicted.class);

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Failed.class);
        assertThat(fixture.storage.reports().events(ada, 0, 100).getLast())
                .satisfies(event -> assertThat(event.type()).isEqualTo("project.late_success"))
                .satisfies(event -> assertThat(event.facts()).containsEntry("result", "it"));
        assertCredits(100, 0);
    }

    @Test
    void ten_reports_at_once_change_things_once() {
        var project = fixture.startProject(ada);
        var report = successReport(fixture);

        var answers = ConcurrentCalls.run(10, who -> projects.report(project, report));

        assertThat(answers).filteredOn(ProjectAnswer.ProjectChanged.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(ProjectAnswer.ProjectUnchanged.class::isInstance).hasSize(9);
        assertCredits(60, 0);
    }

    @Test
    void a_report_about_another_run_changes_nothing() {
        var project = fixture.startProject(ada);

        assertThat(projects.report(project, new RunReport.RunSucceeded(new RunId("another"), "it",
                null, fixture.clock.instant())))
                        .isInstanceOf(ProjectAnswer.ReportContradicted.class);
        assertCredits(60, 40);
    }

    @Test
    void a_report_without_a_run_is_about_the_current_one() {
        var project = fixture.startProject(ada);

        assertThat(projects.report(project, failureReport(fixture)))
                .isInstanceOf(ProjectAnswer.ProjectChanged.class);
    }

    @Test
    void a_report_about_nothing_of_ours_finds_nothing() {
        assertThat(projects.report(fixture.samples.project(), successReport(fixture)))
                .isEqualTo(new ProjectAnswer.NoSuchProject());
    }

    @Test
    void a_metered_project_costs_what_it_really_cost() {
        var project = fixture.startProject(ada);

        fixture.pipeline.completes(project, 25);

        assertThat(fixture.stateOf(project).creditsUsed()).isEqualTo(new Credits(25));
        assertCredits(75, 0);
    }

    @Test
    void a_metered_project_that_cost_nothing_releases_everything() {
        var project = fixture.startProject(ada);

        fixture.pipeline.completes(project, 0);

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertCredits(100, 0);
        assertThat(eventTypes()).contains("credits.released").doesNotContain("credits.captured");
    }

    @Test
    void a_cost_above_what_was_held_is_recorded_and_not_charged() {
        var project = fixture.startProject(ada);

        fixture.pipeline.completes(project, 41);

        assertThat(fixture.stateOf(project).creditsUsed()).isEqualTo(new Credits(40));
        assertThat(fixture.storage.reports().events(ada, 0, 100).getLast())
                .satisfies(event -> assertThat(event.type()).isEqualTo("project.cost_above_hold"))
                .satisfies(
                        event -> assertThat(event.facts()).containsEntry("actualCredits", "41"));
        assertCredits(60, 0);
    }

    @Test
    void figures_follow_the_projects() {
        var completed = fixture.startProject(ada);
        var failed = fixture.startProject(ada);
        fixture.pipeline.completes(completed, 30);
        fixture.pipeline.breaks(failed, "sorry");
        fixture.submitProject(ada);

        assertThat(fixture.storage.projectHistory().statistics(ada))
                .isEqualTo(new Statistics(1, 0, 1, 1, 30 + 40 + 40, 40));
    }

    @Test
    void a_report_names_what_it_is_about_in_its_event() {
        var project = fixture.startProject(ada);

        fixture.pipeline.breaks(project, "sorry");

        assertThat(fixture.storage.reports().events(ada, 0, 100).getLast().facts())
                .containsAllEntriesOf(Map.of("project", project.toString(), "status", "failed",
                        "failureReason", "pipeline_error", "message", "sorry", "creditsRefunded",
                        "40",
                        "actor", "pipeline", "operation", MakegoodFixture.VIDEO.path()));
    }
}
