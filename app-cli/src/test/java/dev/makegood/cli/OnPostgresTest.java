package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.server.Database;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands on a real database, as an operator has it. */
class OnPostgresTest {

    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/nowhere";

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final CommandRunner cli = at(database.jdbcUrl(), database.owner().user(),
            database.owner().password());

    @BeforeEach
    void the_schema_is_there() {
        assertThat(cli.run("migrate").exit()).isZero();
    }

    @Test
    void migrating_again_changes_nothing_and_the_status_is_shown() {
        assertThat(cli.run("migrate").out()).contains("already up to date");
        assertThat(cli.run("migrate", "--dry-run").out()).contains("already up to date");
        var status = cli.run("migrate", "status", "--json").json();
        assertThat(status.path("pending")).isEmpty();
        assertThat(status.path("applied")).isNotEmpty();
    }

    @Test
    void an_empty_database_says_what_it_lacks() {
        var empty = TestPostgres.shared().freshDatabase();
        var there = at(empty.jdbcUrl(), empty.owner().user(), empty.owner().password());

        assertThat(there.run("migrate", "--dry-run").out()).contains("would apply V1__");
        var output = there.run("keys", "list", "--json");
        assertThat(output.exit()).isEqualTo(4);
        assertThat(output.problem().path("code").asString()).isEqualTo("not_migrated");
    }

    @Test
    void credits_are_granted_shown_and_verified() {
        signUp("app/ada");

        assertThat(cli.run("credits", "grant", "app/ada", "--credits", "40", "--reason",
                "sorry").exit()).isZero();
        assertThat(cli.run("credits", "balance", "app/ada", "--json")
                .json()
                .path("available")
                .asLong()).isEqualTo(100);
        assertThat(cli.run("explain", "app/ada").out()).contains("100  in total");
        assertThat(cli.run("verify").out()).contains("everything adds up");
        assertThat(cli.run("verify", "--customer", "app/ada").exit()).isZero();
    }

    @Test
    void a_transfer_changed_outside_of_the_application_is_found() throws SQLException {
        signUp("app/ada");
        try (var connection = database.asOwner().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update makegood.transfer set amount = amount + 1"))
                    .isPositive();
        }

        var output = cli.run("verify", "--json");

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.json().path("holds").asBoolean()).isFalse();
        assertThat(output.out()).contains("\"I4\"");
    }

    @Test
    void a_ledger_that_the_application_could_change_is_warned_of_though_all_adds_up()
            throws SQLException {
        signUp("app/ada");
        try (var connection = database.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("grant update on makegood.transfer to makegood_app");
        }

        var output = cli.run("verify");

        assertThat(output.exit()).isZero();
        assertThat(output.out()).contains("warning: makegood_app may update makegood.transfer");
    }

    @Test
    void a_server_with_a_login_of_its_own_works_and_cannot_leave_its_role() throws SQLException {
        signUp("app/ada");
        assertThat(cli.run("verify").out()).contains("warning: the login makegood_owner may leave");
        var login = "server_" + ProcessHandle.current().pid();
        asOwner("create role " + login + " login password 'its-own' in role makegood_app");
        try {
            var server = at(database.jdbcUrl(), login, "its-own");

            assertThat(server.run("credits", "grant", "app/ada", "--credits", "5", "--reason", "x")
                    .exit()).isZero();
            assertThat(server.run("verify").out()).doesNotContain("warning")
                    .contains("everything adds up");
        } finally {
            asOwner("drop role " + login);
        }
    }

    private void asOwner(String command) throws SQLException {
        try (var connection = database.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Test
    void a_database_that_is_not_there_is_told_apart_from_a_wrong_password() {
        assertThat(at(NOWHERE, "no-user", "no-password").run("keys", "list").exit()).isEqualTo(4);

        var wrong = at(database.jdbcUrl(), database.owner().user(), "canary-password")
                .run("keys", "list");
        assertThat(wrong.exit()).isEqualTo(6);
        assertThat(wrong.out() + wrong.err()).doesNotContain("canary-password");
    }

    private void signUp(String who) {
        var settings = Settings.read(SettingSources.of(Map.of(), environment(database.jdbcUrl(),
                database.owner().user(), database.owner().password())));
        try (var installation = dev.makegood.server.Wiring.openInstallation(settings,
                Database.openForCommand(settings.database()))) {
            var identity = Identity.parse(who).orElseThrow();
            var id = new CustomerId(installation.ids().get());
            assertThat(installation.makegood().customers().findOrCreate(identity, id))
                    .isEqualTo(id);
        }
    }

    private static CommandRunner at(String url, String user, String password) {
        return new CommandRunner(CliWiring::openInstallation, environment(url, user, password),
                Path.of("."));
    }

    private static Map<String, String> environment(String url, String user, String password) {
        return Map.of("MAKEGOOD_DATABASE_URL", url, "MAKEGOOD_DATABASE_USER", user,
                "MAKEGOOD_DATABASE_PASSWORD", password, "MAKEGOOD_DATABASE_CONNECTIONS", "3");
    }
}
