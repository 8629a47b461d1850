package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.House;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SubmittingTest extends OnProjects {

    @Test
    void an_order_is_sent_to_its_pipeline_once() {
        var project = house.started(ada);
        house.waits(Duration.ofMinutes(10));

        assertThat(house.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(house.pipeline.orders()).hasSize(1);
        assertThat(house.pipeline.orders().getFirst().repeated()).isFalse();
        assertThat(projects.ofRun(house.pipeline.runOf(project))).contains(project);
        assertThat(told()).endsWith("project.started");
    }

    @Test
    void a_pipeline_that_refuses_fails_the_project_and_the_credits_come_back() {
        house.pipeline.rejects("no such model");

        var project = house.started(ada);

        assertThat(reasonOf(project)).isEqualTo(FailureReason.SUBMISSION_FAILED);
        credits(100, 0);
    }

    @Test
    void an_answer_that_got_lost_is_asked_for_again_and_starts_no_second_run() {
        house.pipeline.losesTheAnswer();
        var project = house.started(ada);
        assertThat(house.stateOf(project)).isInstanceOf(Project.Sent.class);
        credits(60, 40);

        house.waits(Duration.ofMinutes(1));

        assertThat(house.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(house.pipeline.runs()).isEqualTo(1);
        assertThat(house.pipeline.orders()).extracting(RunOrder::repeated)
                .containsExactly(false, true);
        assertThat(house.pipeline.orders()).extracting(RunOrder::sentAt)
                .containsOnly(house.samples.start());
    }

    @Test
    void what_never_arrived_is_asked_for_with_growing_pauses() {
        for (int i = 0; i < 5; i++) {
            house.pipeline.hearsNothing();
        }
        var project = house.started(ada);

        house.waits(Duration.ofSeconds(4));
        assertThat(house.pipeline.orders()).hasSize(1);
        house.waits(Duration.ofSeconds(1));
        assertThat(house.pipeline.orders()).hasSize(2);
        house.waits(Duration.ofSeconds(9));
        assertThat(house.pipeline.orders()).hasSize(2);
        house.waits(Duration.ofSeconds(1));
        assertThat(house.pipeline.orders()).hasSize(3);
        house.waits(Duration.ofHours(1));
        house.waits(Duration.ofHours(1));
        house.waits(Duration.ofHours(1));

        assertThat(house.stateOf(project)).isInstanceOf(Project.Processing.class);
    }

    @Test
    void what_certainly_never_started_is_sent_as_if_for_the_first_time() {
        house.pipeline.startsNothing("it is full");
        var project = house.started(ada);
        assertThat(house.stateOf(project)).isInstanceOf(Project.Pending.class);

        house.waits(Duration.ofSeconds(5));

        assertThat(house.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(house.pipeline.orders()).extracting(RunOrder::repeated)
                .containsExactly(false, false);
    }

    @Test
    void what_nobody_knows_for_too_long_has_failed() {
        house.pipeline.hearsNothing();
        var project = house.started(ada);
        house.pipeline.hearsNothing();

        house.waits(House.HARD_LIMIT);

        assertThat(reasonOf(project)).isEqualTo(FailureReason.TIMED_OUT);
        credits(100, 0);
    }

    @Test
    void a_report_that_overtakes_the_answer_to_the_start_completes_the_project() {
        house.pipeline.startsAfter(() -> {
            var sent = house.pipeline.orders().getFirst().id();
            assertThat(house.pipeline.completes(sent)).isInstanceOf(Answer.Changed.class);
        });

        var project = house.started(ada);

        assertThat(house.stateOf(project)).isInstanceOf(Project.Completed.class);
        credits(60, 0);
        assertThat(projects.ofRun(house.pipeline.runOf(project)))
                .as("should anybody name it")
                .contains(project);
        house.waits(Duration.ofHours(1));
        assertThat(house.pipeline.orders()).hasSize(1);
    }

    @Test
    void a_failure_that_overtakes_the_answer_to_the_start_gives_the_credits_back() {
        house.pipeline.startsAfter(
                () -> house.pipeline.breaks(house.pipeline.orders().getFirst().id(), "no"));

        var project = house.started(ada);

        assertThat(reasonOf(project)).isEqualTo(FailureReason.PIPELINE_ERROR);
        credits(100, 0);
    }

    @Test
    void a_report_about_what_was_not_sent_yet_is_believed() {
        var project = house.ordered(ada);

        assertThat(projects.report(project, succeeded(house))).isInstanceOf(Answer.Changed.class);
        house.waits(Duration.ofMinutes(5));

        assertThat(house.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertThat(house.pipeline.orders()).isEmpty();
        credits(60, 0);
    }

    @Test
    void a_start_that_took_very_long_is_looked_after_at_once() {
        house.pipeline.startsAfter(() -> house.clock.pass(Duration.ofSeconds(31)));
        var project = house.ordered(ada);

        var unused = house.makegood.tasks().runDue(1);

        assertThat(house.storage.taskQueue().find(ada, Projects.LOOK_TASK, project.value()))
                .hasValueSatisfying(
                        task -> assertThat(task.dueAt()).isEqualTo(house.clock.instant()));
    }
}
