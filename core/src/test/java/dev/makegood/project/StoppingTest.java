package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.House;
import org.junit.jupiter.api.Test;

class StoppingTest extends OnProjects {

    @Test
    void what_was_not_sent_yet_is_cancelled_at_once() {
        var project = house.ordered(ada);

        assertThat(projects.cancel(project, CUSTOMER)).isInstanceOf(Answer.Changed.class);

        assertThat(reasonOf(project)).isEqualTo(FailureReason.CANCELLED);
        credits(100, 0);
        house.runDueTasks();
        assertThat(house.pipeline.orders()).isEmpty();
    }

    @Test
    void what_its_pipeline_certainly_stopped_is_cancelled() {
        var project = house.started(ada);
        house.pipeline.answersCancellations(new Pipeline.Cancelled());

        assertThat(projects.cancel(project, CUSTOMER)).isInstanceOf(Answer.Changed.class);

        assertThat(reasonOf(project)).isEqualTo(FailureReason.CANCELLED);
        credits(100, 0);
    }

    @Test
    void a_pipeline_that_cannot_stop_gives_no_free_work() {
        var project = house.started(ada);

        assertThat(projects.cancel(project, CUSTOMER)).isInstanceOf(Answer.CannotCancel.class);

        assertThat(house.stateOf(project)).isInstanceOf(Project.Processing.class);
        credits(60, 40);
    }

    @Test
    void a_run_that_had_ended_is_asked_about_at_once() {
        var project = house.started(ada);
        house.pipeline.completesUnheard(project);
        house.pipeline.answersCancellations(new Pipeline.TooLate());

        assertThat(projects.cancel(project, CUSTOMER)).isInstanceOf(Answer.CannotCancel.class);
        house.runDueTasks();

        assertThat(house.stateOf(project)).isInstanceOf(Project.Completed.class);
        credits(60, 0);
    }

    @Test
    void when_nobody_knows_whether_it_stopped_it_is_asked_about_at_once() {
        var project = house.started(ada);
        house.pipeline.breaksUnheard(project, "stopped");
        house.pipeline.answersCancellations(new Pipeline.Unknown("no answer"));

        assertThat(projects.cancel(project, CUSTOMER)).isInstanceOf(Answer.CannotCancel.class);
        house.runDueTasks();

        assertThat(house.stateOf(project)).isInstanceOf(Project.Failed.class);
        credits(100, 0);
    }

    @Test
    void what_was_just_sent_cannot_be_cancelled() {
        house.pipeline.losesTheAnswer();
        var project = house.started(ada);

        assertThat(projects.cancel(project, CUSTOMER)).isInstanceOf(Answer.CannotCancel.class);
        credits(60, 40);
    }

    @Test
    void a_cancelled_project_cancelled_again_is_answered_as_the_first_time() {
        var project = house.ordered(ada);
        var unused = projects.cancel(project, CUSTOMER);

        assertThat(projects.cancel(project, CUSTOMER)).isInstanceOf(Answer.Unchanged.class);
    }

    @Test
    void what_is_final_is_not_cancelled() {
        var completed = house.started(ada);
        var failed = house.started(ada);
        house.pipeline.completes(completed);
        house.pipeline.breaks(failed, "sorry");

        assertThat(projects.cancel(completed, CUSTOMER)).isInstanceOf(Answer.AlreadyFinal.class);
        assertThat(projects.cancel(failed, CUSTOMER)).isInstanceOf(Answer.AlreadyFinal.class);
        credits(60, 0);
    }

    @Test
    void an_operator_lets_any_open_project_fail() {
        var pending = house.ordered(ada);
        house.pipeline.losesTheAnswer();
        house.runDueTasks();
        var processing = house.started(ada);

        assertThat(projects.fail(pending, OPERATOR)).isInstanceOf(Answer.Changed.class);
        assertThat(projects.fail(processing, OPERATOR)).isInstanceOf(Answer.Changed.class);
        assertThat(projects.fail(processing, OPERATOR)).isInstanceOf(Answer.Unchanged.class);

        credits(100, 0);
        house.waits(House.HARD_LIMIT);
        credits(100, 0);
    }

    @Test
    void an_operator_does_not_let_a_completed_project_fail() {
        var project = house.started(ada);
        house.pipeline.completes(project);

        assertThat(projects.fail(project, OPERATOR)).isInstanceOf(Answer.AlreadyFinal.class);
        credits(60, 0);
    }

    @Test
    void what_does_not_exist_is_neither_cancelled_nor_failed() {
        var nothing = house.samples.project();

        assertThat(projects.cancel(nothing, CUSTOMER)).isEqualTo(new Answer.NoSuchProject());
        assertThat(projects.fail(nothing, OPERATOR)).isEqualTo(new Answer.NoSuchProject());
    }
}
