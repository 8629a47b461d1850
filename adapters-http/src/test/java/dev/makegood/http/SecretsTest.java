package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.makegood.access.Role;
import dev.makegood.http.Calls.Got;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Canaries are sent everywhere, and looked for in every log line and every answer (S9–S11). */
class SecretsTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Appender<ILoggingEvent> console = root.getAppender("console");
    private final Stage stage = new Stage();
    private final Calls http = stage.http;
    private final List<Got> answers = new ArrayList<>();

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        root.detachAppender(console);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        stage.close();
        root.detachAppender(log);
        root.addAppender(console);
        root.setLevel(Level.WARN);
    }

    private void everything() {
        var secret = "\"canary-prompt\",\"metadata\":{\"a\":\"canary-metadata\"}";
        answers.add(
                http.post(Stage.ADA, "/api/story-editor/generate", "{\"prompt\":" + secret + "}"));
        answers.add(http.post(Stage.ADA, "/api/story-editor/generate", "{\"prompt\":" + secret));
        answers.add(http.get(Stage.ADA, "/api/user/projects?cursor=canary-query"));
        answers.add(http.get(Stage.ADA, "/api/canary-path?canary-query=%0acanary-line"));
        answers.add(http.get(Stage.ADA, "/api/projects/canary-path"));
        for (var role : Role.values()) {
            answers.add(http.get(role, "/api/ops/projects"));
            answers.add(
                    http.send(http.to("/k/" + stage.keys.get(role) + "/api/ops/projects").GET()));
            answers.add(http.send(http.to("/k/" + stage.keys.get(role)
                    + "/api/story-editor/project/status")
                    .POST(BodyPublishers.ofString("{\"projectId\":\"canary-run\"}"))));
        }
        answers.add(http.send(http.to("/k/canary-key/api/story-editor/project/status")
                .POST(BodyPublishers.ofString("{}"))));
        answers.add(http.send(http.to("/api/user/balance")
                .header("Authorization", "Bearer canary-key")
                .GET()));
        answers.add(http.send(http.to("/api/ops/projects")
                .header("Authorization", "Bearer " + Stage.ROOT_KEY)
                .header("X-Request-Id", "canary <line>")
                .GET()));
        for (var path : List.of("/api/stripe/webhook", "/api/yookassa/webhook")) {
            for (var body : List.of("canary-notice", "{\"id\":\"canary-notice\"}")) {
                answers.add(http.send(http.to(path)
                        .header("Stripe-Signature", "canary-signature")
                        .POST(BodyPublishers.ofString(body))));
            }
        }
        answers.add(http.post(Stage.ADA, "/api/payments", "{\"pack\":\"canary-pack\"}"));
        http.send(http.to("/pay/canary-path?canary-query").GET());
        stage.storage.breaksWith = () -> new IllegalStateException("our own words");
        answers.add(
                http.post(Stage.ADA, "/api/story-editor/generate", "{\"prompt\":" + secret + "}",
                        "Idempotency-Key", "canary-idempotency"));
        Raw.send(stage.port,
                "GET /canary-path HTTP/1.1\r\nHost: a\r\nX: canary\001-header\r\n\r\n");
        Raw.send(stage.port, "canary-method / HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    @Test
    void no_secret_is_in_a_log_line_or_an_answer() {
        everything();

        var lines = log.list.stream().map(SecretsTest::text).toList();
        assertThat(lines).hasSizeGreaterThan(20);
        for (var line : lines) {
            assertThat(line).doesNotContain("canary").doesNotContain(Stage.ROOT_KEY);
            stage.keys.values().forEach(key -> assertThat(line).doesNotContain(secretOf(key)));
        }
        for (var got : answers) {
            assertThat(got.text()).doesNotContain("canary-key", "canary-prompt", "canary-notice",
                    "canary-signature", Stage.ROOT_KEY);
            stage.keys.values()
                    .forEach(key -> assertThat(got.text()).doesNotContain(secretOf(key)));
        }
    }

    @Test
    void a_log_line_is_one_line_and_names_route_status_and_request() {
        everything();

        for (var event : log.list) {
            assertThat(event.getFormattedMessage()).doesNotContainPattern("[\\r\\n\\u2028]");
        }
        assertThat(log.list).filteredOn(event -> event.getLoggerName().endsWith("http.access"))
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains(" - 400 "))
                .allMatch(line -> line.matches(
                        "(GET|POST|PUT|DELETE|\\?) (/\\S*|-) [1-5][0-9]{2} [0-9]+ ms request=[A-Za-z0-9._-]+"));
    }

    @Test
    void no_answer_shows_what_we_are_made_of() {
        everything();

        for (var got : answers) {
            assertThat(got.text()).doesNotContainIgnoringCase("dev.makegood", "java.", "exception",
                    "jetty", "javalin", "jackson", "\tat ", "our own words", "<html");
        }
    }

    private static String secretOf(String key) {
        return key.substring(key.length() - 43);
    }

    private static String text(ILoggingEvent event) {
        var text = new StringBuilder(event.getFormattedMessage()).append(event.getKeyValuePairs())
                .append(event.getMDCPropertyMap());
        for (var thrown = event.getThrowableProxy(); thrown != null; thrown = cause(thrown)) {
            text.append(thrown.getClassName()).append(thrown.getMessage());
        }
        return text.toString();
    }

    private static IThrowableProxy cause(IThrowableProxy thrown) {
        return thrown.getCause();
    }
}
