package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.TransferId;
import dev.makegood.testing.House;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {

    private final House house = House.inMemory();
    private final Terminal terminal = Terminal.of(house);
    private final CustomerId ada = house.makegood.customers()
            .welcome(new Identity("app", "ada"), house.samples.customer());

    @Test
    void a_balance_is_everything_that_ever_moved() {
        var open = house.started(ada);

        var said = terminal.types("explain", "app/ada");
        var json = terminal.types("explain", "app/ada", "--json").json();

        assertThat(said.out()).contains("app/ada has 20 credits, 40 held, 0 owed",
                "+60  given", "-40  set aside for work", "20  altogether",
                "20 left of 60 given as signup", "40 held for project/" + open);
        assertThat(json.at("/moved/hold").asLong()).isEqualTo(40);
        assertThat(json.at("/holds")).hasSize(1);
    }

    @Test
    void a_project_says_its_price_its_credits_and_the_rule() {
        var project = house.started(ada);
        var unused = house.pipeline.breaks(project, "out of memory");

        var said = terminal.types("explain", project.toString());

        assertThat(said.out()).contains("of app/ada is failed", "costs 40",
                "40 set aside for work", "40 back, because the work did not happen",
                "project.failed", "out of memory", "a failed project keeps nothing");
        assertThat(terminal.types("explain", project.toString(), "--json")
                .json()
                .path("transactions")).hasSize(2);
    }

    @Test
    void a_line_says_what_it_took_from_which_grant_and_that_it_is_whole() {
        var project = house.started(ada);
        var unused = house.pipeline.completes(project);
        var hold = TransferId.of("hold", project.value());

        var said = terminal.types("explain", hold.toString());

        assertThat(said.out()).contains("from available to held", "40 of them of the signup",
                "it was ended by line 3, a capture", "its hash is right");
    }

    @Test
    void nothing_of_that_id_is_not_found() {
        assertThat(terminal.types("explain", house.samples.id().toString()).exit()).isEqualTo(3);
        assertThat(terminal.types("explain", "app/nobody").exit()).isEqualTo(3);
        assertThat(terminal.types("explain", "what?").exit()).isEqualTo(2);
    }
}
