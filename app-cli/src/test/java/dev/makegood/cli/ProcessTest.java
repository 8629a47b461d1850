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
            var ready = new JsonMapper().readTree(demo.line());
            assertThat(ready.propertyNames()).containsExactlyInAnyOrder("url", "shop",
                    "customer", "keys");
            assertThat(ready.path("keys").propertyNames())
                    .containsExactlyInAnyOrder("app", "pipeline", "worker", "operator");
            assertThat(ready.path("customer").asString()).isEqualTo("app/ada");

            commandsWorkBesideIt();
            anotherServerIsRefused();
            demo.terminate();

            assertThat(demo.exit()).isEqualTo(TERMINATED);
            assertThat(demo.lines()).isEmpty();
            assertThat(demo.errors()).contains("Everything adds up", "Stopping", "Stopped");
        }
        assertThat(postgresIn(data)).isEmpty();
    }

    private void commandsWorkBesideIt() throws Exception {
        try (var balance = makegood("credits", "balance", "app/ada", "--json", "--data",
                data.toString())) {
            assertThat(new JsonMapper().readTree(balance.line()).path("available").asLong())
                    .isEqualTo(1_000 + 100 + 660);
            assertThat(balance.exit()).isZero();
        }
    }

    private void anotherServerIsRefused() throws Exception {
        try (var second = makegood("serve", "--port", "0", "--data", data.toString())) {
            assertThat(second.exit()).isEqualTo(5);
        }
    }

    @Test
    void a_demo_on_prefect_ends_after_its_story_with_zero() throws Exception {
        try (var demo = makegood("demo", "--once", "--port", "0", "--pipeline", "prefect")) {
            var told = demo.lines();

            assertThat(demo.exit()).as(told + demo.errors()).isZero();
            assertThat(told).anyMatch(line -> line.contains("its 60 credits are spent"))
                    .anyMatch(line -> line.contains("its 40 credits are back"))
                    .anyMatch(line -> line.contains("succeeded, 660 credits more"))
                    .anyMatch(line -> line.contains("its money goes back by itself: 1148.18 EUR"))
                    .anyMatch(line -> line.startsWith("Everything adds up"));
        }
    }

    @Test
    void a_command_told_to_end_while_it_makes_the_database_leaves_one_that_can_be_finished()
            throws Exception {
        try (var first = makegood("migrate", "--data", data.toString())) {
            Thread.sleep(1_500);
            first.terminate();
            assertThat(first.exit()).isIn(0, TERMINATED);
        }
        assertThat(postgresIn(data)).isEmpty();

        assertThat(Typed.atData(data, "migrate").exit()).isZero();
        assertThat(Typed.atData(data, "verify").exit()).isZero();
        assertThat(postgresIn(data)).isEmpty();
    }

    /** What still works on this folder. */
    private static List<String> postgresIn(Path folder) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine().stream())
                .filter(line -> line.contains("postgres") && line.contains(folder.toString()))
                .toList();
    }

    private static Child makegood(String... arguments) throws IOException {
        return Child.of(Main.class, Map.of(), arguments);
    }
}
