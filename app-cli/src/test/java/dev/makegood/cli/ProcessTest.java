package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What only a process can show: signals, two at once on one folder, one line on stdout. */
class ProcessTest {

    private static final int TERMINATED = 143;

    @TempDir
    private Path data;

    @Test
    void a_demo_says_one_line_serves_beside_others_and_ends_without_a_trace() throws Exception {
        try (var demo = makegood("demo", "--json", "--port", "0", "--data", data.toString())) {
            var ready = new JsonMapper().readTree(demo.readLine());
            assertThat(ready.propertyNames()).containsExactlyInAnyOrder("url", "shop",
                    "customer", "keys");
            assertThat(ready.path("keys").propertyNames())
                    .containsExactlyInAnyOrder("app", "pipeline", "worker", "operator");
            assertThat(ready.path("customer").asString()).isEqualTo("app/ada");

            commandsWorkBesideIt();
            anotherServerIsRefused();
            demo.terminate();

            assertThat(demo.waitForExit()).isEqualTo(TERMINATED);
            assertThat(demo.remainingLines()).isEmpty();
            assertThat(demo.errors()).contains("Everything adds up", "Stopping", "Stopped");
        }
        assertThat(postgresIn(data)).isEmpty();
    }

    private void commandsWorkBesideIt() throws Exception {
        try (var balance = makegood("credits", "balance", "app/ada", "--json", "--data",
                data.toString())) {
            assertThat(new JsonMapper().readTree(balance.readLine()).path("available").asLong())
                    .isEqualTo(1_000 + 100 + 660);
            assertThat(balance.waitForExit()).isZero();
        }
    }

    private void anotherServerIsRefused() throws Exception {
        try (var second = makegood("serve", "--port", "0", "--data", data.toString())) {
            assertThat(second.waitForExit()).isEqualTo(5);
        }
    }

    @Test
    void a_demo_on_prefect_ends_after_its_story_with_zero() throws Exception {
        try (var demo = makegood("demo", "--once", "--port", "0", "--pipeline", "prefect")) {
            var lines = demo.remainingLines();

            assertThat(demo.waitForExit()).as(lines + demo.errors()).isZero();
            assertThat(lines).anyMatch(line -> line.contains("its 60 credits are spent"))
                    .anyMatch(line -> line.contains("its 40 credits are back"))
                    .anyMatch(line -> line.contains("succeeded, 660 credits more"))
                    .anyMatch(line -> line.contains("its money is refunded: 1148.18 EUR"))
                    .anyMatch(line -> line.startsWith("Everything adds up"));
        }
    }

    @Test
    void a_command_ended_while_it_makes_the_database_leaves_one_that_can_be_finished()
            throws Exception {
        try (var first = makegood("migrate", "--data", data.toString())) {
            Thread.sleep(1_500);
            first.terminate();
            assertThat(first.waitForExit()).isIn(0, TERMINATED);
        }
        assertThat(postgresIn(data)).isEmpty();

        assertThat(CommandRunner.runAt(data, "migrate").exit()).isZero();
        assertThat(CommandRunner.runAt(data, "verify").exit()).isZero();
        assertThat(postgresIn(data)).isEmpty();
    }

    /** The PostgreSQL processes of this folder. */
    private static List<String> postgresIn(Path folder) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine().stream())
                .filter(line -> line.contains("postgres") && line.contains(folder.toString()))
                .toList();
    }

    private static ChildJvm makegood(String... arguments) throws IOException {
        return ChildJvm.start(Main.class, Map.of(), arguments);
    }
}
