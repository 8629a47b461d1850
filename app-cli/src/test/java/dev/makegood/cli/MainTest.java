package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.MakegoodFixture;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    private static final String CANARY = "canary-that-must-not-be-shown";

    private final CommandRunner nowhere = new CommandRunner(settings -> {
        throw new AssertionError("no database is needed here");
    }, Map.of(), Path.of("."));

    @TempDir
    private Path folder;

    @Test
    void every_command_explains_itself_and_opens_nothing() {
        for (var command : everyCommand()) {
            var arguments = new ArrayList<>(command);
            arguments.add("--help");
            var output = nowhere.run(arguments.toArray(String[]::new));

            assertThat(output.exit()).as("%s", command).isZero();
            assertThat(output.out()).as("%s", command).contains("Usage: makegood");
        }
    }

    /** Only what is called is read whole, and nobody sees it. */
    @Test
    void a_command_explains_itself_as_if_all_were_read() {
        for (var command : everyCommand()) {
            var arguments = new ArrayList<>(command);
            arguments.add("--help");

            assertThat(nowhere.run(arguments.toArray(String[]::new)).out()).as("%s", command)
                    .isEqualTo(commandLine(command).getUsageMessage(CommandLine.Help.Ansi.OFF));
        }
    }

    @Test
    void a_command_that_is_misspelt_is_suggested() {
        assertThat(nowhere.run("credit").err()).contains("Did you mean", "credits");
    }

    @Test
    void every_command_that_opens_an_installation_can_be_told_which_and_prints_json() {
        for (var command : everyCommand()) {
            if (command.isEmpty() || command.getFirst().equals("completion")) {
                continue;
            }
            var line = commandLine(command);
            if (line.getSubcommands().isEmpty()) {
                assertThat(line.getCommandSpec().optionsMap()).as("%s", command)
                        .containsKeys("--json", "--database-url", "--data", "--help");
            }
        }
    }

    @Test
    void a_password_in_an_address_is_refused_before_anything_is_touched() {
        var output = nowhere.run("credits", "balance", "app/ada", "--database-url",
                "jdbc:postgresql://me:" + CANARY + "@host/db");

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.out() + output.err()).contains("MAKEGOOD_DATABASE_PASSWORD")
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects list --limit 0", "projects stuck --limit 101",
            "payments list --limit 1000", "payments quarantined --limit -1",
            "credits statement app/ada --limit 200"})
    void a_limit_that_no_list_has_is_wrong_usage(String command) {
        var output = nowhere.run(command.split(" "));

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("--limit must be 1 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reconcile --parallel 0", "reconcile stripe --parallel 65",
            "reconcile pipelines --parallel -1"})
    void a_parallelism_that_we_do_not_have_is_wrong_usage(String command) {
        var output = nowhere.run(command.split(" "));

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("--parallel must be 1 to 64");
    }

    @Test
    void the_label_of_a_key_is_never_cut() {
        var output = nowhere.run("keys", "create", "--role", "app", "--label", "x".repeat(101));

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("--label has 101 characters; at most 100 are kept");
    }

    @Test
    void a_typing_error_in_the_file_of_settings_is_wrong_usage() throws IOException {
        Files.writeString(folder.resolve("makegood.properties"), "makegood.prot=1\n");
        var cli = new CommandRunner(settings -> {
            throw new AssertionError("no database is needed here");
        }, Map.of(), folder);

        assertThat(cli.run("keys", "list").exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"08006,4", "57P01,4", "40001,5", "40P01,5", "55P03,5", "42501,6", "28P01,6",
            "42P01,4"})
    void trouble_with_the_database_has_its_exit_codes(String state, int exit) {
        var cli = new CommandRunner(settings -> {
            throw new IllegalStateException("wrapped", new SQLException(CANARY, state));
        }, Map.of(), Path.of("."));

        var output = cli.run("keys", "list");

        assertThat(output.exit()).isEqualTo(exit);
        assertThat(output.err()).doesNotContain(CANARY);
    }

    @Test
    void an_unreachable_database_is_named() {
        var cli = new CommandRunner(settings -> {
            throw new IllegalStateException("wrapped", new SQLException(CANARY, "08001"));
        }, Map.of(), Path.of("."));

        assertThat(
                cli.run("keys", "list", "--database-url", "jdbc:postgresql://db.internal:5432/shop")
                        .err()).contains("the database db.internal:5432/shop is not reachable");
    }

    /** Its answer to the options with which our connections begin. */
    @Test
    void a_pooler_that_refuses_how_we_connect_is_named() throws Exception {
        try (var answers = Executors.newVirtualThreadPerTaskExecutor();
                var pooler = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var unused = answers.submit(() -> refuseOptions(pooler));
            var output = nowhere.run("migrate", "status", "--database-url",
                    "jdbc:postgresql://127.0.0.1:" + pooler.getLocalPort()
                            + "/shop?sslmode=disable");

            assertThat(output.err()).contains("PgBouncer", "connect to PostgreSQL itself");
            assertThat(output.exit()).isEqualTo(4);
        }
    }

    private static @Nullable Void refuseOptions(ServerSocket pooler) throws IOException {
        while (!pooler.isClosed()) {
            try (var socket = pooler.accept()) {
                var length = new DataInputStream(socket.getInputStream()).readInt();
                var unused = socket.getInputStream().readNBytes(length - 4);
                var fields = "SFATAL\0C08P01\0Munsupported startup parameter: options\0\0"
                        .getBytes(StandardCharsets.US_ASCII);
                var out = new DataOutputStream(socket.getOutputStream());
                out.writeByte('E');
                out.writeInt(fields.length + 4);
                out.write(fields);
                out.flush();
            }
        }
        return null;
    }

    @Test
    void two_places_for_the_books_are_a_contradiction() {
        var output = nowhere.run("keys", "list", "--data", "/srv", "--database-url",
                "jdbc:postgresql://db/shop");

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("--data and --database-url name two places: give one");
    }

    @Test
    void wrong_usage_takes_a_line_and_a_hint() {
        var output = nowhere.run("refund", "project", "not-an-id", "--reason", "x");

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err().lines()).hasSize(2)
                .last()
                .isEqualTo("see makegood refund project --help");
        assertThat(nowhere.run("refnud").err()).contains("refund");
        assertThat(nowhere.run("refnud", "--json").problem().path("code").asString())
                .isEqualTo("invalid_request");
    }

    @Test
    void an_unknown_command_is_wrong_usage() {
        assertThat(nowhere.run("refnud").exit()).isEqualTo(2);
        assertThat(nowhere.run().exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"bash", "zsh"})
    void a_shell_learns_our_commands(String shell) {
        var output = nowhere.run("completion", shell);

        assertThat(output.exit()).isZero();
        assertThat(output.out()).contains("complete -F", "refund", "--database-url");
    }

    @Test
    void there_is_completion_for_known_shells_only() {
        assertThat(nowhere.run("completion", "fish").exit()).isEqualTo(2);
    }

    private static List<List<String>> everyCommand() {
        var all = new ArrayList<List<String>>();
        var waiting = new ArrayDeque<List<String>>();
        waiting.add(List.of());
        while (!waiting.isEmpty()) {
            var command = waiting.remove();
            all.add(command);
            for (var name : commandLine(command).getSubcommands().keySet()) {
                var below = new ArrayList<>(command);
                below.add(name);
                waiting.add(below);
            }
        }
        return all;
    }

    private static CommandLine commandLine(List<String> names) {
        var environment = CommandRunner.of(MakegoodFixture.inMemory()).environment();
        var line = Main.commandLine(environment);
        for (var name : names) {
            line = line.getSubcommands().get(name);
        }
        return line;
    }
}
