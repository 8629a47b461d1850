package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.persistence.embedded.TestDatabase;
import dev.makegood.persistence.embedded.TestPostgres;
import dev.makegood.server.Database;
import dev.makegood.server.settings.Settings;
import dev.makegood.server.settings.Sources;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands in front of a real database, as an operator has it. */
class OnPostgresTest {

    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/nowhere";

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final Terminal terminal = at(database.jdbcUrl(), database.owner().user(),
            database.owner().password());

    @BeforeEach
    void the_schema_is_there() {
        assertThat(terminal.types("migrate").exit()).isZero();
    }

    @Test
    void migrating_again_changes_nothing_and_the_status_is_told() {
        assertThat(terminal.types("migrate").out()).contains("already up to date");
        assertThat(terminal.types("migrate", "--dry-run").out()).contains("already up to date");
        var status = terminal.types("migrate", "status", "--json").json();
        assertThat(status.path("pending")).isEmpty();
        assertThat(status.path("applied")).isNotEmpty();
    }

    @Test
    void an_empty_database_says_what_it_lacks() {
        var empty = TestPostgres.shared().freshDatabase();
        var there = at(empty.jdbcUrl(), empty.owner().user(), empty.owner().password());

        assertThat(there.types("migrate", "--dry-run").out()).contains("would apply V1__");
        var said = there.types("keys", "list", "--json");
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.problem().path("code").asString()).isEqualTo("not_migrated");
    }

    @Test
    void credits_are_given_shown_and_proved() {
        newcomer("app/ada");

        assertThat(terminal.types("credits", "grant", "app/ada", "--credits", "40", "--reason",
                "sorry").exit()).isZero();
        assertThat(terminal.types("credits", "balance", "app/ada", "--json")
                .json()
                .path("available")
                .asLong()).isEqualTo(100);
        assertThat(terminal.types("explain", "app/ada").out()).contains("100  altogether");
        assertThat(terminal.types("verify").out()).contains("everything adds up");
        assertThat(terminal.types("verify", "--customer", "app/ada").exit()).isZero();
    }

    @Test
    void a_line_changed_behind_our_back_is_found() throws SQLException {
        newcomer("app/ada");
        try (var connection = database.asOwner().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update makegood.transfer set amount = amount + 1"))
                    .isPositive();
        }

        var said = terminal.types("verify", "--json");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().path("holds").asBoolean()).isFalse();
        assertThat(said.out()).contains("\"I4\"");
    }

    @Test
    void a_ledger_that_the_application_could_change_is_told_of_though_all_adds_up()
            throws SQLException {
        newcomer("app/ada");
        try (var connection = database.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("grant update on makegood.transfer to makegood_app");
        }

        var said = terminal.types("verify");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("careful: makegood_app may update makegood.transfer");
    }

    @Test
    void a_database_that_is_not_there_is_told_apart_from_a_wrong_password() {
        assertThat(at(NOWHERE, "nobody", "nothing").types("keys", "list").exit()).isEqualTo(4);

        var wrong = at(database.jdbcUrl(), database.owner().user(), "canary-password")
                .types("keys", "list");
        assertThat(wrong.exit()).isEqualTo(6);
        assertThat(wrong.out() + wrong.err()).doesNotContain("canary-password");
    }

    private void newcomer(String who) {
        var settings = Settings.read(Sources.of(Map.of(), environment(database.jdbcUrl(),
                database.owner().user(), database.owner().password())));
        try (var house = dev.makegood.server.Wiring.installation(settings,
                Database.visit(settings.database()))) {
            var identity = Identity.parse(who).orElseThrow();
            var id = new CustomerId(house.ids().get());
            assertThat(house.makegood().customers().welcome(identity, id)).isEqualTo(id);
        }
    }

    private static Terminal at(String url, String user, String password) {
        return new Terminal(Wiring::door, environment(url, user, password), Path.of("."));
    }

    private static Map<String, String> environment(String url, String user, String password) {
        return Map.of("MAKEGOOD_DATABASE_URL", url, "MAKEGOOD_DATABASE_USER", user,
                "MAKEGOOD_DATABASE_PASSWORD", password, "MAKEGOOD_DATABASE_CONNECTIONS", "3");
    }
}
