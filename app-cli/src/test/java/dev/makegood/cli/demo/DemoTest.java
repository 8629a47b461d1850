package dev.makegood.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.cli.CommandRunner.CommandOutput;
import dev.makegood.server.log.LogConfiguration;
import dev.makegood.server.settings.LogSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOT = "a-root-key-of-the-demo-0123456789-abcdef";

    @TempDir
    private static Path data;
    private static Demo demo;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        LogConfiguration.apply(
                new LogSettings(LogSettings.LogFormat.TEXT, LogSettings.LogLevel.ERROR), false);
        demo = Demo.start(new Demo.DemoOptions(data, Map.of("MAKEGOOD_PORT", "0"), "superduperai",
                Map.of("MAKEGOOD_ROOT_KEY", ROOT)));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        demo.close();
    }

    @Test
    void the_story_is_true_and_the_books_are_right() {
        var lines = new ArrayList<String>();

        assertThat(demo.tellStory(lines::add)).as("%s", lines).isTrue();
        assertThat(lines).anyMatch(line -> line.contains("its 60 credits are spent"))
                .anyMatch(line -> line.contains("its 40 credits are back"));
        assertThat(demo.verify(violation -> lines.add(violation.toString())).violations())
                .as("%s", lines)
                .isZero();
    }

    @Test
    void a_flow_that_never_reports_stays_until_an_operator_beside_the_server_lets_it_fail()
            throws Exception {
        var project = ordered("A cat waits #hang");

        assertThat(cli("projects", "show", project).out()).contains("processing");
        assertThat(cli("reconcile", "pipelines").out()).contains(project);
        assertThat(statusOf(project)).isEqualTo("processing");

        assertThat(cli("projects", "fail", project, "--reason", "it hangs").exit()).isZero();
        assertThat(statusOf(project)).isEqualTo("failed");
        assertThat(cli("verify").exit()).isZero();
    }

    @Test
    void a_capture_is_refunded_beside_the_running_server() throws Exception {
        var project = ordered("A cat learns to sail");
        until(project, "completed");

        assertThat(cli("refund", "project", project, "--reason", "blurred").out())
                .contains("refunded 40");
        assertThat(cli("refund", "project", project, "--reason", "blurred").out())
                .contains("already done");
        assertThat(cli("explain", project).out()).contains("refunded after they were captured");
    }

    @Test
    void the_sources_python_ends_a_project_with_nothing_but_another_api_base(@TempDir Path folder)
            throws Exception {
        var completed = ordered("#hang until Python says so");
        var failed = ordered("#hang until Python says otherwise");

        python(folder, "prefect-completed.py", completed);
        python(folder, "prefect-failed.py", failed);

        assertThat(statusOf(completed)).isEqualTo("completed");
        assertThat(statusOf(failed)).isEqualTo("failed");
    }

    @Test
    void ten_reports_at_once_change_things_once_and_the_opposite_is_refused() throws Exception {
        var project = ordered("#hang");
        Callable<JsonNode> report = () -> report(project, "failed");
        List<JsonNode> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(10, report))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).allMatch(answer -> answer.path("success").asBoolean())
                .filteredOn(answer -> answer.path("changed").asBoolean())
                .hasSize(1);
        assertThat(report(project, "completed").path("code").asString())
                .isEqualTo("already_final");
    }

    @Test
    void the_books_of_a_running_server_are_archived_by_the_owner(@TempDir Path folder)
            throws Exception {
        until(ordered("#succeed"), "completed");
        var now = Instant.now().toString();
        var anchor = folder.resolve("anchor.txt").toString();
        assertThat(cli("archive", "--before", now).out()).contains("closed the books of ");
        assertThat(cli("anchor", "--to", anchor).exit()).isZero();

        var longest = Instant.now().plusSeconds(60);
        var cut = cli("archive", "--before", now, "--anchor", anchor, "--json");
        while (cut.json().path("undelivered").asLong() > 0 && Instant.now().isBefore(longest)) {
            cut = cli("archive", "--before", now, "--anchor", anchor, "--json");
        }

        assertThat(cut.exit()).isZero();
        assertThat(cut.json().path("events").asLong()).isPositive();
        until(ordered("#succeed"), "completed");
        assertThat(cli("verify", "--anchor", anchor).out()).contains("everything adds up");
    }

    @Test
    void the_root_key_opens_the_demo_too() throws Exception {
        assertThat(call("GET", "/api/user/balance", ROOT, null).path("available").asLong(-1))
                .isNotNegative();
    }

    private static String ordered(String prompt) throws Exception {
        var body = JSON.createObjectNode().put("prompt", prompt).put("quality", "standard");
        return call("POST", "/api/story-editor/generate", demo.keys().get("app"), body)
                .path("projectId")
                .asString();
    }

    private static String statusOf(String project) throws Exception {
        return call("GET", "/api/story-editor/project/status?projectId=" + project,
                demo.keys().get("app"), null).path("status").asString();
    }

    private static void until(String project, String status) throws Exception {
        var longest = Instant.now().plusSeconds(60);
        while (!statusOf(project).equals(status) && Instant.now().isBefore(longest)) {
            Thread.sleep(50);
        }
        assertThat(statusOf(project)).isEqualTo(status);
    }

    private static JsonNode report(String project, String status) throws Exception {
        return call("POST", "/api/story-editor/project/status", demo.keys().get("pipeline"),
                JSON.createObjectNode().put("projectId", project).put("status", status));
    }

    private static JsonNode call(String method, String path, String key, JsonNode body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(demo.address() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body.toString()));
        if (!key.startsWith("mg_pipeline")) {
            request.header("Makegood-Customer", "app/ada");
        }
        return JSON.readTree(client.send(request.build(), BodyHandlers.ofString()).body());
    }

    private static CommandOutput cli(String... arguments) {
        return CommandRunner.runAt(data, arguments);
    }

    private static void python(Path folder, String snippet, String project) throws Exception {
        var program = Files.writeString(folder.resolve("flow.py"), """
                import os, requests
                API_BASE = os.environ["API_BASE"]
                project_id = os.environ["PROJECT"]
                error = RuntimeError("out of memory")

                """ + resource(snippet));
        if (ended(new ProcessBuilder("python3", "-c", "import requests")) != 0) {
            Files.writeString(folder.resolve("requests.py"), resource("requests-stand-in.py"));
        }
        var flow = new ProcessBuilder("python3", program.toString());
        flow.environment().put("API_BASE", demo.address() + "/k/" + demo.keys().get("pipeline"));
        flow.environment().put("PROJECT", project);
        assertThat(ended(flow)).isZero();
    }

    private static int ended(ProcessBuilder builder) throws Exception {
        var process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String resource(String name) throws Exception {
        try (var stream = DemoTest.class.getResourceAsStream("/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
