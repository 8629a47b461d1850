package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.testing.ConcurrentCalls;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all responses have in common. */
class ResponsesTest {

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.close();
    }

    private TestResponse get(String path, String... headers) {
        return client.send(TestClient.with(client.to(path), headers).GET());
    }

    @Test
    void every_response_has_an_id_and_security_headers() {
        for (var testResponse : List.of(get("/health/live"), get("/nowhere"),
                get("/api/user/balance"),
                client.get(TestServer.ADA, "/api/user/balance"),
                client.post(TestServer.ADA, "/api/story-editor/generate", "{"))) {
            assertThat(testResponse.header("X-Request-Id")).matches("[0-9a-f-]{36}");
            assertThat(testResponse.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(testResponse.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(testResponse.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'");
            assertThat(testResponse.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(testResponse.header("Cache-Control")).isEqualTo("no-store");
            assertThat(testResponse.raw().headers().map()).doesNotContainKeys("server",
                    "x-powered-by",
                    "set-cookie");
        }
    }

    /** Who watches a server often asks with HEAD. */
    @Test
    void head_is_answered_as_get_is_without_the_body() {
        assertThat(head("/health/live").status()).isEqualTo(200);
        assertThat(head("/api/user/balance").status()).isEqualTo(401);
        assertThat(head("/pay/none").status()).isEqualTo(404);
        assertThat(head("/nowhere").status()).isEqualTo(404);
        assertThat(head("/health/live").header("Content-Type")).isEqualTo("application/json");
        assertThat(head("/health/live").text()).isEmpty();

        testServer.storage.failure =
                () -> new StoreUnavailableException("away", new IOException("refused"));

        assertThat(head("/health/ready").status()).isEqualTo(503);
    }

    private TestResponse head(String path) {
        return client.send(client.to(path).HEAD());
    }

    @Test
    void a_valid_request_id_is_kept_and_any_other_replaced() {
        assertThat(get("/health/live", "X-Request-Id", "trace-1.a_B").header("X-Request-Id"))
                .isEqualTo("trace-1.a_B");
        for (var odd : List.of("a b", "<script>", "x".repeat(65), "a\"b")) {
            assertThat(get("/health/live", "X-Request-Id", odd).header("X-Request-Id"))
                    .matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void a_response_keeps_every_character() {
        testServer.customer(TestServer.ADA, 100);
        var order = "{\"prompt\":\"Кот 🐈\"}";
        var id = client.post(TestServer.ADA, "/api/story-editor/generate", order)
                .field("projectId");

        assertThat(client.get(TestServer.ADA, "/api/projects/" + id).field("prompt"))
                .isEqualTo("Кот 🐈");
        assertThat(get("/api/user/balance").text()).contains("Bearer mg_…");
    }

    @Test
    void a_problem_is_a_document_with_a_code() {
        var testResponse = get("/nowhere");

        assertThat(testResponse.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(testResponse.text()).isEqualTo("{\"type\":\"urn:makegood:problem:not_found\","
                + "\"title\":\"Not found\",\"status\":404,\"code\":\"not_found\","
                + "\"detail\":\"there is no such path\"}");
        assertThat(get("/api/user/balance").header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_wrong_method_is_answered_with_the_right_ones() {
        var testResponse = client.send(client.to("/api/story-editor/project/status")
                .method("DELETE", HttpRequest.BodyPublishers.noBody()));

        assertThat(testResponse.status()).isEqualTo(405);
        assertThat(testResponse.field("code")).isEqualTo("method_not_allowed");
        assertThat(testResponse.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void all_errors_are_reported_at_once() {
        var testResponse = client.post(TestServer.ADA, "/api/story-editor/generate",
                "{\"prompt\":7,\"aspectRatio\":\"wide\",\"colour\":\"red\"}");

        assertThat(TestClient.list(testResponse.json().get("errors"), "field"))
                .containsExactly("prompt", "aspectRatio", "colour");
    }

    @Test
    void a_body_that_is_too_large_is_refused_as_that() {
        var large = "{\"prompt\":\"" + "x".repeat(300_000) + "\"}";

        var testResponse = client.post(TestServer.ADA, "/api/story-editor/generate", large);
        var chunked = client.send(client.as(Role.APP, "/api/story-editor/generate")
                .header("Makegood-Customer", TestServer.ADA)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large))));
        var withoutKey = client.send(client.to("/api/story-editor/generate")
                .POST(BodyPublishers.ofString(large)));

        assertThat(testResponse.status()).isEqualTo(413);
        assertThat(testResponse.field("code")).isEqualTo("too_large");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(withoutKey.status()).isEqualTo(401);
    }

    @Test
    void while_the_database_is_unavailable_callers_are_asked_to_come_again() {
        client.get(TestServer.ADA, "/api/user/balance");
        testServer.storage.failure =
                () -> new StoreUnavailableException("away", new IOException("refused"));

        for (var testResponse : List.of(get("/health/ready"),
                client.post(TestServer.ADA, "/api/story-editor/generate", "{\"prompt\":\"p\"}"))) {
            assertThat(testResponse.status()).isEqualTo(503);
            assertThat(testResponse.field("code")).isEqualTo("unavailable");
            assertThat(testResponse.header("Retry-After")).isEqualTo("1");
        }
        assertThat(get("/health/live").status()).isEqualTo(200);

        testServer.storage.failure = null;
        assertThat(get("/health/ready").text()).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    void a_server_is_not_ready_while_the_database_says_nothing() {
        var answered = new CountDownLatch(1);
        testServer.storage.beforeWriteCheck = () -> await(answered);

        var all = ConcurrentCalls.run(8, who -> get("/health/ready").status());

        assertThat(all).containsOnly(503);
        assertThat(testServer.storage.writeChecks).as("one of them asks for all").hasValue(1);
        assertThat(get("/health/live").status()).isEqualTo(200);
        answered.countDown();
        assertThat(get("/health/ready").status()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_internal_error_is_not_shown_outside() {
        client.get(TestServer.ADA, "/api/user/balance");
        testServer.storage.failure = () -> new IllegalStateException("select * from canary");

        var testResponse =
                client.post(TestServer.ADA, "/api/story-editor/generate", "{\"prompt\":\"p\"}");

        assertThat(testResponse.status()).isEqualTo(500);
        assertThat(testResponse.field("code")).isEqualTo("internal");
        assertThat(testResponse.text()).doesNotContain("canary", "Exception", "dev.makegood",
                "java");
    }

    @Test
    void a_revoked_key_is_refused_two_seconds_later() {
        client.get(TestServer.ADA, "/api/user/balance");
        var id = testServer.keys.get(Role.APP)
                .substring("mg_app_".length(), "mg_app_".length() + 12);
        var revoked = testServer.makegood.apiKeys(new Random(1)).revoke(id, "test");
        assertThat(revoked).isPresent();

        testServer.advance(Duration.ofSeconds(2));

        assertThat(client.get(TestServer.ADA, "/api/user/balance").status()).isEqualTo(401);
    }
}
