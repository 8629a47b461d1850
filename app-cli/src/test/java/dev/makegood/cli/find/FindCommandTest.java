package dev.makegood.cli.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.MakegoodFixture;
import org.junit.jupiter.api.Test;

class FindCommandTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);
    private final CustomerId ada = fixture.makegood.customers()
            .findOrCreate(new Identity("app", "ada"), fixture.samples.customer());

    @Test
    void a_customer_is_found_by_what_a_person_has_in_hand() {
        for (var text : new String[] {"app/ada", "ada", " ada ", ada.toString()}) {
            var output = cli.run("find", text);

            assertThat(output.exit()).as(text).isZero();
            assertThat(output.out()).contains("customer", ada.toString(), "app/ada");
        }
    }

    @Test
    void a_project_is_found_by_its_id_and_a_program_reads_json() {
        ProjectId project = fixture.startProject(ada);

        var json = cli.run("find", project.toString(), "--json").json();

        assertThat(json.at("/found/0/kind").asString()).isEqualTo("project");
        assertThat(json.at("/found/0/id").asString()).isEqualTo(project.toString());
        assertThat(json.at("/found/0/customer").asString()).isEqualTo("app/ada");
        assertThat(json.at("/found/0/customerId").asString()).isEqualTo(ada.toString());
        assertThat(json.at("/found/0/status").asString()).isEqualTo("processing");
        assertThat(json.at("/found/0/createdAt").asString()).isNotEmpty();
    }

    @Test
    void what_nothing_is_named_is_not_found() {
        var output = cli.run("find", "pi_unknown", "--json");

        assertThat(output.exit()).isEqualTo(3);
        assertThat(output.problem().path("code").asString()).isEqualTo("not_found");
        assertThat(cli.run("find").exit()).isEqualTo(2);
    }
}
