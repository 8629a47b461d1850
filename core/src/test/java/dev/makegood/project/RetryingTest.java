package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.House;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryingTest extends OnProjects {

    @Test
    void a_waiting_project_is_sent_now() {
        house.pipeline.hearsNothing();
        house.pipeline.hearsNothing();
        var project = house.started(ada);
        house.waits(Duration.ofSeconds(5));

        assertThat(projects.retry(project, OPERATOR)).isInstanceOf(Answer.Changed.class);
        house.runDueTasks();

        assertThat(house.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(house.pipeline.runs()).isEqualTo(1);
    }

    @Test
    void a_run_that_broke_unheard_begins_anew_on_the_same_hold() {
        var project = house.started(ada);
        house.pipeline.breaksUnheard(project, "sorry");

        assertThat(projects.retry(project, OPERATOR)).isInstanceOf(Answer.Changed.class);
        credits(60, 40);
        house.runDueTasks();

        assertThat(house.stateOf(project)).isInstanceOfSatisfying(Project.Processing.class,
                processing -> assertThat(processing.attempt()).isEqualTo(2));
        assertThat(house.pipeline.runs()).isEqualTo(2);
        assertThat(told()).contains("project.retried");
        house.pipeline.completes(project);
        credits(60, 0);
    }

    @Test
    void a_run_that_completed_unheard_is_not_begun_anew() {
        var project = house.started(ada);
        house.pipeline.completesUnheard(project);

        assertThat(projects.retry(project, OPERATOR)).isInstanceOf(Answer.Changed.class);

        assertThat(house.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertThat(house.pipeline.runs()).isEqualTo(1);
    }

    @Test
    void a_run_that_may_still_be_going_is_not_begun_anew() {
        var project = house.started(ada);

        assertThat(projects.retry(project, OPERATOR)).isInstanceOf(Answer.StillAtWork.class);
        house.pipeline.fallsSilent();
        assertThat(projects.retry(project, OPERATOR)).isInstanceOf(Answer.StillAtWork.class);

        assertThat(house.pipeline.runs()).isEqualTo(1);
    }

    @Test
    void what_is_final_is_not_tried_again() {
        var completed = house.started(ada);
        var failed = house.started(ada);
        house.pipeline.completes(completed);
        house.pipeline.breaks(failed, "sorry");

        assertThat(projects.retry(completed, OPERATOR)).isInstanceOf(Answer.AlreadyFinal.class);
        assertThat(projects.retry(failed, OPERATOR)).isInstanceOf(Answer.AlreadyFinal.class);
        assertThat(projects.retry(house.samples.project(), OPERATOR))
                .isEqualTo(new Answer.NoSuchProject());
    }

    @Test
    void a_report_of_a_former_run_says_nothing_about_the_current_one() {
        var project = house.started(ada);
        var former = house.pipeline.runOf(project);
        house.pipeline.breaksUnheard(project, "sorry");
        var unused = projects.retry(project, OPERATOR);
        house.runDueTasks();

        assertThat(projects.report(project, new RunReport.Broke(former,
                new Failure(FailureReason.PIPELINE_ERROR, "late"), house.clock.instant())))
                        .isInstanceOf(Answer.Contradicted.class);

        assertThat(house.stateOf(project)).isInstanceOf(Project.Processing.class);
        credits(60, 40);
    }

    @Test
    void a_retried_run_is_watched_too() {
        var project = house.started(ada);
        house.pipeline.breaksUnheard(project, "sorry");
        var unused = projects.retry(project, OPERATOR);
        house.runDueTasks();
        house.pipeline.completesUnheard(project);

        house.waits(House.DEADLINE);

        assertThat(house.stateOf(project)).isInstanceOf(Project.Completed.class);
    }
}
