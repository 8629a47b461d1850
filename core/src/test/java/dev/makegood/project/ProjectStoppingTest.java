package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.MakegoodFixture;
import org.junit.jupiter.api.Test;

class ProjectStoppingTest extends ProjectsTestBase {

    @Test
    void what_was_not_sent_yet_is_cancelled_at_once() {
        var project = fixture.submitProject(ada);

        assertThat(projects.cancel(project, CUSTOMER))
                .isInstanceOf(ProjectAnswer.ProjectChanged.class);

        assertThat(failureReasonOf(project)).isEqualTo(FailureReason.CANCELLED);
        assertCredits(100, 0);
        fixture.runDueTasks();
        assertThat(fixture.pipeline.orders()).isEmpty();
    }

    @Test
    void what_its_pipeline_certainly_stopped_is_cancelled() {
        var project = fixture.startProject(ada);
        fixture.pipeline.answersCancellations(new Pipeline.RunCancelled());

        assertThat(projects.cancel(project, CUSTOMER))
                .isInstanceOf(ProjectAnswer.ProjectChanged.class);

        assertThat(failureReasonOf(project)).isEqualTo(FailureReason.CANCELLED);
        assertCredits(100, 0);
    }

    @Test
    void a_pipeline_that_cannot_cancel_gives_no_free_work() {
        var project = fixture.startProject(ada);

        assertThat(projects.cancel(project, CUSTOMER))
                .isInstanceOf(ProjectAnswer.CannotCancel.class);

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertCredits(60, 40);
    }

    @Test
    void a_run_that_had_ended_is_polled_at_once() {
        var project = fixture.startProject(ada);
        fixture.pipeline.completesWithoutReport(project);
        fixture.pipeline.answersCancellations(new Pipeline.TooLate());

        assertThat(projects.cancel(project, CUSTOMER))
                .isInstanceOf(ProjectAnswer.CannotCancel.class);
        fixture.runDueTasks();

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertCredits(60, 0);
    }

    @Test
    void a_run_that_may_have_stopped_is_polled_at_once() {
        var project = fixture.startProject(ada);
        fixture.pipeline.breaksWithoutReport(project, "stopped");
        fixture.pipeline.answersCancellations(new Pipeline.Unknown("no answer"));

        assertThat(projects.cancel(project, CUSTOMER))
                .isInstanceOf(ProjectAnswer.CannotCancel.class);
        fixture.runDueTasks();

        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Failed.class);
        assertCredits(100, 0);
    }

    @Test
    void what_was_just_sent_cannot_be_cancelled() {
        fixture.pipeline.losesTheAnswer();
        var project = fixture.startProject(ada);

        assertThat(projects.cancel(project, CUSTOMER))
                .isInstanceOf(ProjectAnswer.CannotCancel.class);
        assertCredits(60, 40);
    }

    @Test
    void a_cancelled_project_cancelled_again_is_answered_as_the_first_time() {
        var project = fixture.submitProject(ada);
        var unused = projects.cancel(project, CUSTOMER);

        assertThat(projects.cancel(project, CUSTOMER))
                .isInstanceOf(ProjectAnswer.ProjectUnchanged.class);
    }

    @Test
    void what_is_final_is_not_cancelled() {
        var completed = fixture.startProject(ada);
        var failed = fixture.startProject(ada);
        fixture.pipeline.completes(completed);
        fixture.pipeline.breaks(failed, "sorry");

        assertThat(projects.cancel(completed, CUSTOMER))
                .isInstanceOf(ProjectAnswer.AlreadyFinal.class);
        assertThat(projects.cancel(failed, CUSTOMER))
                .isInstanceOf(ProjectAnswer.AlreadyFinal.class);
        assertCredits(60, 0);
    }

    @Test
    void an_operator_lets_any_open_project_fail() {
        var pending = fixture.submitProject(ada);
        fixture.pipeline.losesTheAnswer();
        fixture.runDueTasks();
        var processing = fixture.startProject(ada);

        assertThat(projects.fail(pending, OPERATOR))
                .isInstanceOf(ProjectAnswer.ProjectChanged.class);
        assertThat(projects.fail(processing, OPERATOR))
                .isInstanceOf(ProjectAnswer.ProjectChanged.class);
        assertThat(projects.fail(processing, OPERATOR))
                .isInstanceOf(ProjectAnswer.ProjectUnchanged.class);

        assertCredits(100, 0);
        fixture.advanceAndRun(MakegoodFixture.HARD_LIMIT);
        assertCredits(100, 0);
    }

    @Test
    void an_operator_does_not_let_a_completed_project_fail() {
        var project = fixture.startProject(ada);
        fixture.pipeline.completes(project);

        assertThat(projects.fail(project, OPERATOR)).isInstanceOf(ProjectAnswer.AlreadyFinal.class);
        assertCredits(60, 0);
    }

    @Test
    void what_does_not_exist_is_neither_cancelled_nor_failed() {
        var nothing = fixture.samples.project();

        assertThat(projects.cancel(nothing, CUSTOMER)).isEqualTo(new ProjectAnswer.NoSuchProject());
        assertThat(projects.fail(nothing, OPERATOR)).isEqualTo(new ProjectAnswer.NoSuchProject());
    }
}
