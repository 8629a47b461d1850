package dev.makegood.cli.projects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.customer.CustomerId;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProjectsCommandsTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);
    private final CustomerId ada = fixture.customerWith(200);

    @Test
    void the_list_is_newest_first_and_knows_statuses() {
        var old = fixture.startProject(ada);
        fixture.clock.advance(Duration.ofMinutes(1));
        var young = fixture.startProject(ada);
        var unused = fixture.pipeline.breaks(old, "out of memory");

        var all = cli.run("projects", "list", "--json").json().path("projects");
        var failed = cli.run("projects", "list", "--customer", ada.toString(), "--status",
                "failed", "--json").json().path("projects");

        assertThat(all).hasSize(2);
        assertThat(all.path(0).path("projectId").asString()).isEqualTo(young.toString());
        assertThat(failed).hasSize(1);
        assertThat(failed.path(0).path("errorMessage").asString()).isEqualTo("out of memory");
        assertThat(cli.run("projects", "list", "--after", young.toString(), "--limit", "1")
                .out()).contains(old.toString()).doesNotContain(young.toString());
    }

    @Test
    void every_line_says_who_last_acted() {
        var project = fixture.startProject(ada);

        assertThat(cli.run("projects", "list", "--json").json().at("/projects/0/actor").asString())
                .isEqualTo("customer");
        assertThat(decide("fail", project).exit()).isZero();
        assertThat(cli.run("projects", "list", "--json").json().at("/projects/0/actor").asString())
                .isEqualTo("cli:ada");
        assertThat(cli.run("projects", "list").out()).contains("actor", "cli:ada");
    }

    @Test
    void what_is_stuck_comes_the_oldest_first_with_what_is_done_about_it() {
        var old = fixture.startProject(ada);
        fixture.clock.advance(Duration.ofMinutes(59));
        var young = fixture.startProject(ada);
        assertThat(cli.run("projects", "stuck").out()).contains("(none)");
        fixture.clock.advance(Duration.ofMinutes(2));

        assertThat(cli.run("projects", "stuck").out())
                .contains(old.toString(), "processing", "makegood explain PROJECT")
                .doesNotContain(young.toString());
        var both = cli.run("projects", "stuck", "--older-than", "1m", "--json").json();
        assertThat(both.at("/projects/0/projectId").asString()).isEqualTo(old.toString());
        assertThat(both.at("/projects/0/attempts").asInt()).isEqualTo(1);
        assertThat(both.at("/projects/0/dueAt").asString()).isNotEmpty();
        assertThat(both.at("/projects/1/projectId").asString()).isEqualTo(young.toString());
        assertThat(cli.run("projects", "stuck", "--older-than", "long").exit()).isEqualTo(2);
    }

    @Test
    void a_list_is_of_what_is_old_enough() {
        var old = fixture.startProject(ada);
        fixture.clock.advance(Duration.ofHours(25));
        var young = fixture.startProject(ada);

        assertThat(cli.run("projects", "list", "--older-than", "24h").out())
                .contains(old.toString())
                .doesNotContain(young.toString());
        assertThat(cli.run("projects", "list", "--gateway-ref", "pi_1").out()).contains("(none)");
    }

    @Test
    void one_project_is_shown_with_its_run() {
        var project = fixture.startProject(ada);

        var output = cli.run("projects", "show", project.toString());

        assertThat(output.out()).contains("processing", fixture.pipeline.runOf(project).value());
    }

    @Test
    void letting_a_project_fail_releases_its_credits_once() {
        var project = fixture.startProject(ada);

        assertThat(decide("fail", project).out()).contains("40 credits are back");
        assertThat(decide("fail", project).out()).contains("already done");
        assertThat(fixture.available(ada)).isEqualTo(200);
    }

    @Test
    void a_completed_project_neither_fails_nor_runs_again() {
        var project = fixture.startProject(ada);
        var unused = fixture.pipeline.completes(project);

        assertThat(decide("fail", project).exit()).isEqualTo(1);
        assertThat(decide("retry", project).exit()).isEqualTo(1);
    }

    @Test
    void a_run_that_broke_is_tried_again_and_one_that_works_is_not() {
        var broken = fixture.startProject(ada);
        fixture.pipeline.breaksWithoutReport(broken, "out of memory");
        var working = fixture.startProject(ada);

        assertThat(decide("retry", broken).exit()).isZero();
        assertThat(decide("retry", working).exit()).isEqualTo(1);
    }

    @Test
    void an_unknown_project_is_not_found() {
        var unknown = fixture.samples.project();

        assertThat(decide("fail", unknown).exit()).isEqualTo(3);
        assertThat(decide("retry", unknown).exit()).isEqualTo(3);
        assertThat(cli.run("projects", "show", unknown.toString()).exit()).isEqualTo(3);
        assertThat(cli.run("projects", "list", "--after", unknown.toString()).exit())
                .isEqualTo(3);
        assertThat(cli.run("projects", "show", "not-an-id").exit()).isEqualTo(2);
        assertThat(cli.run("projects", "list", "--status", "lost").exit()).isEqualTo(2);
    }

    private CommandRunner.CommandOutput decide(String what, ProjectId project) {
        return cli.run("projects", what, project.toString(), "--reason", "a customer asked");
    }
}
