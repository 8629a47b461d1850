package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.House;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProjectsCommandsTest {

    private final House house = House.inMemory();
    private final Terminal terminal = Terminal.of(house);
    private final CustomerId ada = house.customerWith(200);

    @Test
    void the_list_is_newest_first_and_knows_statuses() {
        var old = house.started(ada);
        house.clock.pass(Duration.ofMinutes(1));
        var young = house.started(ada);
        var unused = house.pipeline.breaks(old, "out of memory");

        var all = terminal.types("projects", "list", "--json").json().path("projects");
        var failed = terminal.types("projects", "list", "--customer", ada.toString(), "--status",
                "failed", "--json").json().path("projects");

        assertThat(all).hasSize(2);
        assertThat(all.path(0).path("project").asString()).isEqualTo(young.toString());
        assertThat(failed).hasSize(1);
        assertThat(failed.path(0).path("errorMessage").asString()).isEqualTo("out of memory");
        assertThat(terminal.types("projects", "list", "--after", young.toString(), "--limit", "1")
                .out()).contains(old.toString()).doesNotContain(young.toString());
    }

    @Test
    void one_project_is_shown_with_its_run() {
        var project = house.started(ada);

        var said = terminal.types("projects", "show", project.toString());

        assertThat(said.out()).contains("processing", house.pipeline.runOf(project).value());
    }

    @Test
    void letting_a_project_fail_gives_its_credits_back_once() {
        var project = house.started(ada);

        assertThat(decide("fail", project).out()).contains("40 credits are back");
        assertThat(decide("fail", project).out()).contains("already done");
        assertThat(house.available(ada)).isEqualTo(200);
    }

    @Test
    void a_completed_project_neither_fails_nor_runs_again() {
        var project = house.started(ada);
        var unused = house.pipeline.completes(project);

        assertThat(decide("fail", project).exit()).isEqualTo(1);
        assertThat(decide("retry", project).exit()).isEqualTo(1);
    }

    @Test
    void a_run_that_broke_is_tried_again_and_one_that_works_is_not() {
        var broken = house.started(ada);
        house.pipeline.breaksUnheard(broken, "out of memory");
        var working = house.started(ada);

        assertThat(decide("retry", broken).exit()).isZero();
        assertThat(decide("retry", working).exit()).isEqualTo(1);
    }

    @Test
    void a_project_nobody_knows_is_not_found() {
        var nobody = house.samples.project();

        assertThat(decide("fail", nobody).exit()).isEqualTo(3);
        assertThat(decide("retry", nobody).exit()).isEqualTo(3);
        assertThat(terminal.types("projects", "show", nobody.toString()).exit()).isEqualTo(3);
        assertThat(terminal.types("projects", "list", "--after", nobody.toString()).exit())
                .isEqualTo(3);
        assertThat(terminal.types("projects", "show", "not-an-id").exit()).isEqualTo(2);
        assertThat(terminal.types("projects", "list", "--status", "lost").exit()).isEqualTo(2);
    }

    private Terminal.Said decide(String what, ProjectId project) {
        return terminal.types("projects", what, project.toString(), "--reason", "a customer asked");
    }
}
