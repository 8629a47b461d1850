package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.House;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchingTest extends OnProjects {

    private final ProjectId project = house.started(ada);

    private Duration dueIn() {
        var task = house.storage.taskQueue()
                .find(ada, Projects.LOOK_TASK, project.value())
                .orElseThrow();
        return Duration.between(house.clock.instant(), task.dueAt());
    }

    @Test
    void a_run_that_did_not_report_in_time_is_asked_about_and_completes() {
        house.pipeline.completesUnheard(project);

        house.waits(House.DEADLINE.minusSeconds(1));
        assertThat(house.stateOf(project)).isInstanceOf(Project.Processing.class);
        house.waits(Duration.ofSeconds(1));

        assertThat(house.stateOf(project)).isInstanceOf(Project.Completed.class);
        credits(60, 0);
    }

    @Test
    void a_run_that_broke_unheard_gives_the_credits_back() {
        house.pipeline.breaksUnheard(project, "sorry");

        house.waits(House.DEADLINE);

        assertThat(reasonOf(project)).isEqualTo(FailureReason.PIPELINE_ERROR);
        credits(100, 0);
    }

    @Test
    void a_run_that_is_still_going_is_asked_about_again_later() {
        house.waits(House.DEADLINE);
        assertThat(dueIn()).isEqualTo(Duration.ofMinutes(1));

        house.waits(Duration.ofMinutes(1));
        assertThat(dueIn()).isEqualTo(Duration.ofMinutes(2));

        assertThat(house.stateOf(project)).isInstanceOf(Project.Processing.class);
        credits(60, 40);
    }

    @Test
    void a_pipeline_that_does_not_answer_ends_nothing() {
        house.pipeline.fallsSilent();

        house.waits(House.DEADLINE);

        assertThat(house.stateOf(project)).isInstanceOf(Project.Processing.class);
        credits(60, 40);
    }

    @Test
    void after_the_operators_limit_a_run_has_failed_whatever_anybody_says() {
        for (int hours = 0; hours < 7; hours++) {
            house.waits(Duration.ofHours(1));
        }

        assertThat(reasonOf(project)).isEqualTo(FailureReason.TIMED_OUT);
        credits(100, 0);
    }

    @Test
    void without_a_limit_a_run_is_never_given_up() {
        var endless = House.inMemory(opening -> opening.workedIn(
                Workshops.only(new Workshop("pipeline", new Pipeline() {

                    @Override
                    public Start start(RunOrder order) {
                        return new Started(new RunId("endless"));
                    }

                    @Override
                    public Look look(Run run) {
                        return new StillRunning();
                    }
                }, House.DEADLINE, null))));
        var bob = endless.customerWith(100);
        var theirs = endless.started(bob);

        for (int days = 0; days < 100; days++) {
            endless.waits(Duration.ofDays(1));
        }

        assertThat(endless.stateOf(theirs)).isInstanceOf(Project.Processing.class);
    }

    @Test
    void a_run_that_reported_is_not_asked_about() {
        house.pipeline.completes(project);

        assertThat(house.storage.taskQueue().find(ada, Projects.LOOK_TASK, project.value()))
                .isEmpty();
    }

    @Test
    void a_pipeline_that_speaks_of_another_run_has_said_nothing_about_this_one() {
        var confused = House.inMemory(opening -> opening.workedIn(
                Workshops.only(new Workshop("pipeline", new Pipeline() {

                    @Override
                    public Start start(RunOrder order) {
                        return new Started(new RunId("one"));
                    }

                    @Override
                    public Look look(Run run) {
                        return new Seen(new RunReport.Succeeded(new RunId("another"), "it", null,
                                run.startedAt()));
                    }
                }, House.DEADLINE, House.HARD_LIMIT))));
        var bob = confused.customerWith(100);
        var theirs = confused.started(bob);

        confused.waits(House.DEADLINE);
        assertThat(confused.stateOf(theirs)).isInstanceOf(Project.Processing.class);
        assertThat(confused.storage.taskQueue().due(confused.clock.instant(), 10)).isEmpty();

        confused.waits(House.HARD_LIMIT);
        assertThat(confused.stateOf(theirs)).isInstanceOf(Project.Failed.class);
    }
}
