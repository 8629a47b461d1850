package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreditsCommandsTest {

    private final House house = House.inMemory();
    private final Terminal terminal = Terminal.of(house);
    private CustomerId ada;

    @BeforeEach
    void ada_has_her_welcome() {
        ada = house.makegood.customers()
                .welcome(new Identity("app", "ada"), house.samples.customer());
    }

    @Test
    void a_balance_is_shown_by_name_and_by_id() {
        for (var who : new String[] {"app/ada", ada.toString()}) {
            var said = terminal.types("credits", "balance", who);

            assertThat(said.exit()).isZero();
            assertThat(said.out()).contains("available").contains("60");
        }
    }

    @Test
    void a_program_reads_the_balance_as_json() {
        var json = terminal.types("credits", "balance", "app/ada", "--json").json();

        assertThat(json.path("available").asLong()).isEqualTo(60);
        assertThat(json.path("held").asLong()).isZero();
        assertThat(json.path("customerId").asString()).isEqualTo(ada.toString());
    }

    @Test
    void a_stranger_is_not_found() {
        var said = terminal.types("credits", "balance", "app/nobody", "--json");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.problem().path("code").asString()).isEqualTo("not_found");
    }

    @Test
    void the_same_grant_again_is_already_done_and_another_word_repeats_it() {
        var grant = new String[] {"credits", "grant", "app/ada", "--credits", "10", "--reason",
                "sorry"};

        assertThat(terminal.types(grant).out()).contains("gave 10 credits");
        assertThat(terminal.types(grant).out()).contains("already done");
        assertThat(house.available(ada)).isEqualTo(70);

        assertThat(terminal.types("credits", "grant", "app/ada", "--credits", "10", "--reason",
                "sorry", "--again", "june").exit()).isZero();
        assertThat(house.available(ada)).isEqualTo(80);
    }

    @Test
    void a_dry_run_moves_nothing() {
        var said = terminal.types("credits", "grant", "app/ada", "--credits", "10", "--reason",
                "sorry", "--dry-run", "--json");

        assertThat(said.json().path("dryRun").asBoolean()).isTrue();
        assertThat(house.available(ada)).isEqualTo(60);
    }

    @Test
    void an_adjustment_is_a_difference_and_takes_no_more_than_there_is() {
        assertThat(terminal.types("credits", "adjust", "app/ada", "--credits", "-20", "--reason",
                "counted twice").exit()).isZero();
        assertThat(house.available(ada)).isEqualTo(40);

        var said = terminal.types("credits", "adjust", "app/ada", "--credits", "-41", "--reason",
                "too much", "--json");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.problem().path("code").asString())
                .isEqualTo("adjustment_exceeds_available");
        assertThat(house.available(ada)).isEqualTo(40);
    }

    @Test
    void the_statement_says_what_each_line_did_and_why() {
        var unused = terminal.types("credits", "grant", "app/ada", "--credits", "10", "--reason",
                "sorry\u001b[2J");
        var said = terminal.types("credits", "statement", "app/ada");

        assertThat(said.out()).contains("+10", "sorry\\u001b[2J", "+60").doesNotContain("\u001b");
        var json = terminal.types("credits", "statement", "app/ada", "--json").json();
        assertThat(json.path("transactions")).hasSize(2);
        assertThat(json.at("/transactions/0/credits").asLong()).isEqualTo(10);
    }

    @Test
    void wrong_usage_touches_nothing() {
        var wrong = new String[][] {
                {"credits"},
                {"credits", "balance"},
                {"credits", "balance", "no customer"},
                {"credits", "grant", "app/ada", "--credits", "10"},
                {"credits", "grant", "app/ada", "--credits", "0", "--reason", "x"},
                {"credits", "grant", "app/ada", "--credits", "1.5", "--reason", "x"},
                {"credits", "grant", "app/ada", "--credits", "9", "--reason", " "},
                {"credits", "grant", "app/ada", "--credits", "9", "--reason", "x".repeat(501)},
                {"credits", "grant", "app/ada", "--credits", "9", "--source", "purchase",
                        "--reason", "x"},
                {"credits", "adjust", "app/ada", "--credits", "0", "--reason", "x"}};
        for (var command : wrong) {
            assertThat(terminal.types(command).exit()).as(String.join(" ", command)).isEqualTo(2);
        }
        assertThat(house.available(ada)).isEqualTo(60);
    }
}
