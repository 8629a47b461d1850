package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines the sources give to the flows' authors, run by a real Python as they stand (S10). */
class PrefectSnippetTest {

    private static final String BEFORE = """
            import os, requests
            API_BASE = os.environ["API_BASE"]
            project_id = os.environ["PROJECT"]
            error = RuntimeError("out of memory")

            """;

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void the_sources_lines_complete_a_project(@TempDir Path folder) throws Exception {
        var project = stage.http.generated(Stage.ADA, "p");

        run(folder, "prefect-completed.py", project);

        assertThat(statusOf(project)).isEqualTo("completed");
        assertThat(stage.available(Stage.ADA)).isEqualTo(20);
    }

    @Test
    void the_sources_lines_fail_a_project_and_its_credits_are_back(@TempDir Path folder)
            throws Exception {
        var project = stage.http.generated(Stage.ADA, "p");

        run(folder, "prefect-failed.py", project);

        assertThat(statusOf(project)).isEqualTo("failed");
        assertThat(stage.http.get(Stage.ADA, "/api/projects/" + project).at("errorMessage"))
                .isEqualTo("out of memory");
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
    }

    private String statusOf(String project) {
        return stage.http.get(Stage.ADA, "/api/projects/" + project).at("status");
    }

    private void run(Path folder, String snippet, String project) throws Exception {
        var program = Files.writeString(folder.resolve("flow.py"), BEFORE + resource(snippet));
        var python = new ProcessBuilder("python3", program.toString()).redirectErrorStream(true);
        python.environment().put("API_BASE", stage.url("/k/" + stage.keys.get(Role.PIPELINE)));
        python.environment().put("PROJECT", project);
        if (!has("requests")) {
            Files.writeString(folder.resolve("requests.py"), resource("requests-stand-in.py"));
        }
        var said = finished(python);
        assertThat(said).isEmpty();
    }

    private static boolean has(String module) throws Exception {
        var python = new ProcessBuilder("python3", "-c", "import " + module);
        return python.redirectErrorStream(true).start().waitFor() == 0;
    }

    private static String finished(ProcessBuilder builder) throws Exception {
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said + (process.exitValue() == 0 ? "" : " exit " + process.exitValue());
    }

    private static String resource(String name) throws IOException {
        try (var stream = PrefectSnippetTest.class.getResourceAsStream("/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
