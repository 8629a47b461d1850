package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.makegood.access.Role;
import dev.makegood.http.TestClient.TestResponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Canaries are sent everywhere, and searched for in every log line and every response (S9–S11). */
class SecretsTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Appender<ILoggingEvent> console = root.getAppender("console");
    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;
    private final List<TestResponse> responses = new ArrayList<>();

    @BeforeEach
    void captureLog() {
        root.setLevel(Level.INFO);
        root.detachAppender(console);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        testServer.close();
        root.detachAppender(log);
        root.addAppender(console);
        root.setLevel(Level.WARN);
    }

    private void sendCanaries() {
        var secret = "\"canary-prompt\",\"metadata\":{\"a\":\"canary-metadata\"}";
        responses.add(
                client.post(TestServer.ADA, "/api/story-editor/generate",
                        "{\"prompt\":" + secret + "}"));
        responses.add(
                client.post(TestServer.ADA, "/api/story-editor/generate", "{\"prompt\":" + secret));
        responses.add(client.get(TestServer.ADA, "/api/user/projects?cursor=canary-query"));
        responses.add(client.get(TestServer.ADA, "/api/canary-path?canary-query=%0acanary-line"));
        responses.add(client.get(TestServer.ADA, "/api/projects/canary-path"));
        for (var role : Role.values()) {
            responses.add(client.get(role, "/api/ops/projects"));
            responses.add(
                    client.send(client.to("/k/" + testServer.keys.get(role) + "/api/ops/projects")
                            .GET()));
            responses.add(client.send(client.to("/k/" + testServer.keys.get(role)
                    + "/api/story-editor/project/status")
                    .POST(BodyPublishers.ofString("{\"projectId\":\"canary-run\"}"))));
        }
        responses.add(client.send(client.to("/k/canary-key/api/story-editor/project/status")
                .POST(BodyPublishers.ofString("{}"))));
        responses.add(client.send(client.to("/api/user/balance")
                .header("Authorization", "Bearer canary-key")
                .GET()));
        responses.add(client.send(client.to("/api/ops/projects")
                .header("Authorization", "Bearer " + TestServer.ROOT_KEY)
                .header("X-Request-Id", "canary <line>")
                .GET()));
        for (var path : List.of("/api/stripe/webhook", "/api/yookassa/webhook")) {
            for (var body : List.of("canary-notice", "{\"id\":\"canary-notice\"}")) {
                responses.add(client.send(client.to(path)
                        .header("Stripe-Signature", "canary-signature")
                        .POST(BodyPublishers.ofString(body))));
            }
        }
        responses.add(client.post(TestServer.ADA, "/api/payments", "{\"pack\":\"canary-pack\"}"));
        client.send(client.to("/pay/canary-path?canary-query").GET());
        testServer.storage.failure = () -> new IllegalStateException("our own words");
        responses.add(
                client.post(TestServer.ADA, "/api/story-editor/generate",
                        "{\"prompt\":" + secret + "}",
                        "Idempotency-Key", "canary-idempotency"));
        RawSocket.send(testServer.port,
                "GET /canary-path HTTP/1.1\r\nHost: a\r\nX: canary\001-header\r\n\r\n");
        RawSocket.send(testServer.port, "canary-method / HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    @Test
    void no_secret_is_in_a_log_line_or_a_response() {
        sendCanaries();

        var lines = log.list.stream().map(SecretsTest::text).toList();
        assertThat(lines).hasSizeGreaterThan(20);
        for (var line : lines) {
            assertThat(line).doesNotContain("canary").doesNotContain(TestServer.ROOT_KEY);
            testServer.keys.values().forEach(key -> assertThat(line).doesNotContain(secretOf(key)));
        }
        for (var testResponse : responses) {
            assertThat(testResponse.text()).doesNotContain("canary-key", "canary-prompt",
                    "canary-notice",
                    "canary-signature", TestServer.ROOT_KEY);
            testServer.keys.values()
                    .forEach(key -> assertThat(testResponse.text()).doesNotContain(secretOf(key)));
        }
    }

    @Test
    void a_log_line_is_one_line_and_names_route_status_and_request() {
        sendCanaries();

        for (var event : log.list) {
            assertThat(event.getFormattedMessage()).doesNotContainPattern("[\\r\\n\\u2028]");
        }
        assertThat(log.list).filteredOn(event -> event.getLoggerName().endsWith("http.access"))
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains(" - 404 "))
                .allMatch(line -> line.matches(
                        "(GET|POST|PUT|DELETE|\\?) (/\\S*|-) [1-5][0-9]{2} [0-9]+ ms request=[A-Za-z0-9._-]+"));
    }

    @Test
    void no_response_shows_classes_or_libraries() {
        sendCanaries();

        for (var testResponse : responses) {
            assertThat(testResponse.text()).doesNotContainIgnoringCase("dev.makegood", "java.",
                    "exception",
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
