package dev.makegood.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.TransferId;
import dev.makegood.testing.MakegoodFixture;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);
    private final CustomerId ada = fixture.makegood.customers()
            .findOrCreate(new Identity("app", "ada"), fixture.samples.customer());

    @Test
    void a_balance_is_all_its_transfers() {
        var open = fixture.startProject(ada);

        var output = cli.run("explain", "app/ada");
        var json = cli.run("explain", "app/ada", "--json").json();

        assertThat(output.out()).contains("app/ada has 20 credits available, 40 held, 0 debt",
                "+60  granted", "-40  held for work", "20  in total",
                "20 left of 60 granted as signup", "40 held for project/" + open);
        assertThat(json.at("/creditsByKind/hold").asLong()).isEqualTo(40);
        assertThat(json.at("/holds")).hasSize(1);
    }

    @Test
    void a_project_says_its_price_its_credits_and_the_rule() {
        var project = fixture.startProject(ada);
        var unused = fixture.pipeline.breaks(project, "out of memory");

        var output = cli.run("explain", project.toString());

        assertThat(output.out()).contains("of app/ada is failed", "costs 40",
                "40 held for work", "40 released, because the work did not happen",
                "project.failed", "out of memory", "a failed project keeps nothing");
        assertThat(cli.run("explain", project.toString(), "--json")
                .json()
                .path("transactions")).hasSize(2);
    }

    @Test
    void a_transfer_says_what_it_took_from_which_grant_and_that_its_hash_is_valid() {
        var project = fixture.startProject(ada);
        var unused = fixture.pipeline.completes(project);
        var hold = TransferId.of("hold", project.value());

        var output = cli.run("explain", hold.toString());

        assertThat(output.out()).contains("from available to held", "40 of them from the signup",
                "it was settled by transfer 3, a capture", "its hash is valid");
    }

    @Test
    void nothing_of_that_id_is_not_found() {
        assertThat(cli.run("explain", fixture.samples.id().toString()).exit()).isEqualTo(3);
        assertThat(cli.run("explain", "app/unknown").exit()).isEqualTo(3);
        assertThat(cli.run("explain", "what?").exit()).isEqualTo(2);
    }
}
