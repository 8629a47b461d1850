package dev.makegood.http.routes.storyeditor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines the sources give to authors of flows, run unchanged by a real Python (S10). */
class PrefectSnippetTest {

    private static final String BEFORE = """
            import os, requests
            API_BASE = os.environ["API_BASE"]
            project_id = os.environ["PROJECT"]
            error = RuntimeError("out of memory")

            """;

    private final TestServer testServer = new TestServer();

    @AfterEach
    void stop() {
        testServer.close();
    }

    @Test
    void the_sources_lines_complete_a_project(@TempDir Path folder) throws Exception {
        var project = testServer.client.generate(TestServer.ADA, "p");

        run(folder, "prefect-completed.py", project);

        assertThat(statusOf(project)).isEqualTo("completed");
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(20);
    }

    @Test
    void the_sources_lines_fail_a_project_and_its_credits_are_back(@TempDir Path folder)
            throws Exception {
        var project = testServer.client.generate(TestServer.ADA, "p");

        run(folder, "prefect-failed.py", project);

        assertThat(statusOf(project)).isEqualTo("failed");
        assertThat(testServer.client.get(TestServer.ADA, "/api/projects/" + project)
                .field("errorMessage"))
                        .isEqualTo("out of memory");
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
    }

    private String statusOf(String project) {
        return testServer.client.get(TestServer.ADA, "/api/projects/" + project).field("status");
    }

    private void run(Path folder, String snippet, String project) throws Exception {
        var program = Files.writeString(folder.resolve("flow.py"), BEFORE + resource(snippet));
        var python = new ProcessBuilder("python3", program.toString()).redirectErrorStream(true);
        python.environment()
                .put("API_BASE", testServer.url("/k/" + testServer.keys.get(Role.PIPELINE)));
        python.environment().put("PROJECT", project);
        if (!has("requests")) {
            Files.writeString(folder.resolve("requests.py"), resource("requests-stand-in.py"));
        }
        var output = outputOf(python);
        assertThat(output).isEmpty();
    }

    private static boolean has(String module) throws Exception {
        var python = new ProcessBuilder("python3", "-c", "import " + module);
        return python.redirectErrorStream(true).start().waitFor() == 0;
    }

    private static String outputOf(ProcessBuilder builder) throws Exception {
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output + (process.exitValue() == 0 ? "" : " exit " + process.exitValue());
    }

    private static String resource(String name) throws IOException {
        try (var stream = PrefectSnippetTest.class.getResourceAsStream("/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
