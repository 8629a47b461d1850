package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Credits;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.House;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportingTest extends OnProjects {

    @Test
    void a_completed_project_is_charged() {
        var project = house.started(ada);

        assertThat(house.pipeline.completes(project)).isInstanceOf(Answer.Changed.class);

        assertThat(house.stateOf(project)).isInstanceOf(Project.Completed.class);
        credits(60, 0);
        assertThat(told()).endsWith("credits.captured", "project.completed");
    }

    @Test
    void a_failed_project_gives_the_credits_back() {
        var project = house.started(ada);

        house.pipeline.breaks(project, "out of memory");

        assertThat(house.stateOf(project)).isInstanceOfSatisfying(Project.Failed.class,
                failed -> assertThat(failed.why())
                        .isEqualTo(new Failure(FailureReason.PIPELINE_ERROR, "out of memory")));
        credits(100, 0);
        assertThat(told()).endsWith("credits.released", "project.failed");
    }

    @Test
    void the_same_report_again_is_answered_as_the_first_time_and_changes_nothing() {
        var completed = house.started(ada);
        var failed = house.started(ada);
        house.pipeline.completes(completed);
        house.pipeline.breaks(failed, "sorry");
        var told = told();

        assertThat(house.pipeline.completes(completed)).isInstanceOf(Answer.Unchanged.class);
        assertThat(house.pipeline.breaks(failed, "sorry")).isInstanceOf(Answer.Unchanged.class);
        assertThat(told()).isEqualTo(told);
        credits(60, 0);
    }

    @Test
    void the_opposite_report_changes_nothing_and_is_told() {
        var project = house.started(ada);
        house.pipeline.completes(project);

        assertThat(house.pipeline.breaks(project, "sorry"))
                .isInstanceOf(Answer.Contradicted.class);
        assertThat(house.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertThat(told()).endsWith("project.late_failure");
        credits(60, 0);
    }

    @Test
    void a_late_success_is_kept_with_its_result_so_that_a_person_can_act_on_it() {
        var project = house.started(ada);
        house.pipeline.breaks(project, "sorry");

        assertThat(projects.report(project, succeeded(house)))
                .isInstanceOf(Answer.Contradicted.class);

        assertThat(house.stateOf(project)).isInstanceOf(Project.Failed.class);
        assertThat(house.storage.reports().events(ada, 0, 100).getLast())
                .satisfies(event -> assertThat(event.type()).isEqualTo("project.late_success"))
                .satisfies(event -> assertThat(event.facts()).containsEntry("result", "it"));
        credits(100, 0);
    }

    @Test
    void ten_reports_at_once_change_things_once() {
        var project = house.started(ada);
        var report = succeeded(house);

        var answers = Crowd.of(10, who -> projects.report(project, report));

        assertThat(answers).filteredOn(Answer.Changed.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Answer.Unchanged.class::isInstance).hasSize(9);
        credits(60, 0);
    }

    @Test
    void a_report_about_another_run_changes_nothing() {
        var project = house.started(ada);

        assertThat(projects.report(project, new RunReport.Succeeded(new RunId("another"), "it",
                null, house.clock.instant()))).isInstanceOf(Answer.Contradicted.class);
        credits(60, 40);
    }

    @Test
    void a_report_without_a_run_is_about_the_current_one() {
        var project = house.started(ada);

        assertThat(projects.report(project, broke(house))).isInstanceOf(Answer.Changed.class);
    }

    @Test
    void a_report_about_nothing_of_ours_finds_nothing() {
        assertThat(projects.report(house.samples.project(), succeeded(house)))
                .isEqualTo(new Answer.NoSuchProject());
    }

    @Test
    void a_metered_project_costs_what_it_really_cost() {
        var project = house.started(ada);

        house.pipeline.completes(project, 25);

        assertThat(house.stateOf(project).creditsUsed()).isEqualTo(new Credits(25));
        credits(75, 0);
    }

    @Test
    void a_metered_project_that_cost_nothing_gives_everything_back() {
        var project = house.started(ada);

        house.pipeline.completes(project, 0);

        assertThat(house.stateOf(project)).isInstanceOf(Project.Completed.class);
        credits(100, 0);
        assertThat(told()).contains("credits.released").doesNotContain("credits.captured");
    }

    @Test
    void a_cost_above_what_was_held_is_told_and_not_charged() {
        var project = house.started(ada);

        house.pipeline.completes(project, 41);

        assertThat(house.stateOf(project).creditsUsed()).isEqualTo(new Credits(40));
        assertThat(house.storage.reports().events(ada, 0, 100).getLast())
                .satisfies(event -> assertThat(event.type()).isEqualTo("project.cost_above_hold"))
                .satisfies(
                        event -> assertThat(event.facts()).containsEntry("actualCredits", "41"));
        credits(60, 0);
    }

    @Test
    void figures_follow_the_projects() {
        var completed = house.started(ada);
        var failed = house.started(ada);
        house.pipeline.completes(completed, 30);
        house.pipeline.breaks(failed, "sorry");
        house.ordered(ada);

        assertThat(house.storage.histories().statistics(ada))
                .isEqualTo(new Statistics(1, 0, 1, 1, 30 + 40 + 40, 40));
    }

    @Test
    void a_report_names_what_it_is_about_in_its_event() {
        var project = house.started(ada);

        house.pipeline.breaks(project, "sorry");

        assertThat(house.storage.reports().events(ada, 0, 100).getLast().facts())
                .containsAllEntriesOf(Map.of("project", project.toString(), "status", "failed",
                        "reason", "pipeline_error", "message", "sorry", "creditsRefunded", "40",
                        "actor", "pipeline", "operation", House.VIDEO.path()));
    }
}
