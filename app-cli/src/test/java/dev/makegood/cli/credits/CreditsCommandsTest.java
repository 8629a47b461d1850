package dev.makegood.cli.credits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting.Posted;
import dev.makegood.ledger.TransferId;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsCommandsTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);
    private CustomerId ada;

    @BeforeEach
    void ada_has_signed_up() {
        ada = fixture.makegood.customers()
                .findOrCreate(new Identity("app", "ada"), fixture.samples.customer());
    }

    @Test
    void a_balance_is_shown_by_name_and_by_id() {
        for (var who : new String[] {"app/ada", ada.toString()}) {
            var output = cli.run("credits", "balance", who);

            assertThat(output.exit()).isZero();
            assertThat(output.out()).contains("available").contains("60");
        }
    }

    @Test
    void a_program_reads_the_balance_as_json() {
        var json = cli.run("credits", "balance", "app/ada", "--json").json();

        assertThat(json.path("available").asLong()).isEqualTo(60);
        assertThat(json.path("held").asLong()).isZero();
        assertThat(json.path("customerId").asString()).isEqualTo(ada.toString());
    }

    @Test
    void an_unknown_customer_is_not_found() {
        var output = cli.run("credits", "balance", "app/unknown", "--json");

        assertThat(output.exit()).isEqualTo(3);
        assertThat(output.out()).isEmpty();
        assertThat(output.problem().path("code").asString()).isEqualTo("not_found");
    }

    @Test
    void the_same_grant_again_is_already_done_and_another_word_repeats_it() {
        var grant = new String[] {"credits", "grant", "app/ada", "--credits", "10", "--reason",
                "sorry"};

        assertThat(cli.run(grant).out()).contains("granted 10 credits to app/ada");
        assertThat(cli.run(grant).out()).contains("already done");
        assertThat(fixture.available(ada)).isEqualTo(70);

        assertThat(cli.run("credits", "grant", "app/ada", "--credits", "10", "--reason",
                "sorry", "--again", "june").exit()).isZero();
        assertThat(fixture.available(ada)).isEqualTo(80);
    }

    @Test
    void a_grant_that_was_made_before_says_when_and_how_to_make_another() {
        var grant = new String[] {"credits", "grant", "app/ada", "--credits", "10", "--reason",
                "sorry"};
        assertThat(cli.run(grant).exit()).isZero();
        var madeAt = fixture.clock.instant();
        fixture.clock.advance(Duration.ofDays(90));

        assertThat(cli.run(grant).out()).contains("already done at " + madeAt, "add --again");
    }

    @Test
    void a_grant_can_be_named_by_an_id_of_the_callers_own() {
        var id = fixture.samples.id().toString();
        var first = cli.run("credits", "grant", "app/ada", "--credits", "10", "--reason", "sorry",
                "--id", id, "--json").json();
        var reworded = cli.run("credits", "grant", "app/ada", "--credits", "10", "--reason",
                "so sorry", "--id", id, "--json").json();

        assertThat(first.path("grantId").asString()).isEqualTo(id);
        assertThat(reworded.path("changed").asBoolean()).isFalse();
        assertThat(fixture.available(ada)).isEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0661\u0660", "1e3", "10.0", "9223372036854775808"})
    void credits_are_written_in_plain_digits(String credits) {
        var output = cli.run("credits", "grant", "app/ada", "--credits", credits, "--reason", "x");

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("is not a whole number such as 40");
        assertThat(fixture.available(ada)).isEqualTo(60);
    }

    @Test
    void what_changes_something_says_first_which_books_it_writes_to() {
        var grant = new String[] {"credits", "grant", "app/ada", "--credits", "10", "--reason",
                "sorry", "--data", "/srv/makegood"};

        assertThat(cli.run(grant).err()).startsWith("books: /srv/makegood");
        assertThat(cli.run("credits", "balance", "app/ada").err()).isEmpty();

        var json = cli.run("credits", "adjust", "app/ada", "--credits", "1", "--reason", "x",
                "--database-url", "jdbc:postgresql://db:5432/shop?ssl=true", "--json");
        assertThat(json.json().path("books").asString()).isEqualTo("db:5432/shop");
        assertThat(json.err()).isEmpty();
    }

    @Test
    void a_dry_run_moves_nothing() {
        var output = cli.run("credits", "grant", "app/ada", "--credits", "10", "--reason",
                "sorry", "--dry-run", "--json");

        assertThat(output.json().path("dryRun").asBoolean()).isTrue();
        assertThat(fixture.available(ada)).isEqualTo(60);
    }

    @Test
    void an_adjustment_is_a_difference_and_takes_no_more_than_there_is() {
        assertThat(cli.run("credits", "adjust", "app/ada", "--credits", "-20", "--reason",
                "counted twice").out())
                        .contains("adjusted app/ada by -20 credits; 40 available now");
        assertThat(fixture.available(ada)).isEqualTo(40);

        var output = cli.run("credits", "adjust", "app/ada", "--credits", "-41", "--reason",
                "too much", "--json");
        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.problem().path("code").asString())
                .isEqualTo("adjustment_exceeds_available");
        assertThat(fixture.available(ada)).isEqualTo(40);
    }

    @Test
    void the_statement_says_what_each_transfer_did_and_why() {
        var fromAHost = fixture.makegood.ledger()
                .grant(
                        new TransferId(fixture.samples.id()), ada,
                        Grant.of(GrantSource.PROMOTION, new Credits(10)),
                        Cause.rule("sorry\u001b[2J"));
        assertThat(fromAHost).isInstanceOf(Posted.class);
        var output = cli.run("credits", "statement", "app/ada");

        assertThat(output.out()).contains("+10", "sorry\\u001b[2J", "+60").doesNotContain("\u001b");
        var json = cli.run("credits", "statement", "app/ada", "--json").json();
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
            assertThat(cli.run(command).exit()).as(String.join(" ", command)).isEqualTo(2);
        }
        assertThat(fixture.available(ada)).isEqualTo(60);
    }

    @Test
    void a_grant_creates_a_customer_only_if_it_says_so() {
        var grant = new String[] {"credits", "grant", "app/new", "--credits", "10", "--reason",
                "welcome"};
        var without = cli.run(grant);

        assertThat(without.exit()).isEqualTo(3);
        assertThat(without.err()).contains("there is no customer app/new", "add --new");
        var with = concat(grant, "--new");
        assertThat(cli.run(concat(with, "--dry-run")).out())
                .contains("would create app/new and grant 10 credits");
        assertThat(cli.run("credits", "balance", "app/new").exit()).isEqualTo(3);
        assertThat(cli.run(with).out()).contains("granted 10 credits to app/new; 70 available");
        assertThat(cli.run(with).out()).contains("already done");
        assertThat(cli.run("credits", "grant", fixture.samples.customer().toString(), "--credits",
                "1", "--reason", "x", "--new").exit()).isEqualTo(3);
    }

    private static String[] concat(String[] words, String word) {
        return Stream.concat(Stream.of(words), Stream.of(word)).toArray(String[]::new);
    }
}
