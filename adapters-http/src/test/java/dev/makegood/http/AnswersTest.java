package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.Calls.Got;
import dev.makegood.store.StoreUnavailable;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every answer carries, whatever it says. */
class AnswersTest {

    private final Stage stage = new Stage();
    private final Calls http = stage.http;

    @AfterEach
    void stop() {
        stage.close();
    }

    private Got get(String path, String... headers) {
        return http.send(Calls.with(http.to(path), headers).GET());
    }

    @Test
    void every_answer_has_an_id_and_careful_headers() {
        for (var got : List.of(get("/health/live"), get("/nowhere"), get("/api/user/balance"),
                http.get(Stage.ADA, "/api/user/balance"),
                http.post(Stage.ADA, "/api/story-editor/generate", "{"))) {
            assertThat(got.header("X-Request-Id")).matches("[0-9a-f-]{36}");
            assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(got.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(got.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(got.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(got.header("Cache-Control")).isEqualTo("no-store");
            assertThat(got.raw().headers().map()).doesNotContainKeys("server", "x-powered-by",
                    "set-cookie");
        }
    }

    @Test
    void a_sane_request_id_is_kept_and_any_other_replaced() {
        assertThat(get("/health/live", "X-Request-Id", "trace-1.a_B").header("X-Request-Id"))
                .isEqualTo("trace-1.a_B");
        for (var odd : List.of("a b", "<script>", "x".repeat(65), "a\"b")) {
            assertThat(get("/health/live", "X-Request-Id", odd).header("X-Request-Id"))
                    .matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void an_answer_keeps_every_letter_whatever_it_says() {
        stage.customer(Stage.ADA, 100);
        var order = "{\"prompt\":\"Кот 🐈\"}";
        var id = http.post(Stage.ADA, "/api/story-editor/generate", order).at("projectId");

        assertThat(http.get(Stage.ADA, "/api/projects/" + id).at("prompt")).isEqualTo("Кот 🐈");
        assertThat(get("/api/user/balance").text()).contains("Bearer mg_…");
    }

    @Test
    void a_problem_is_a_document_with_a_code() {
        var got = get("/nowhere");

        assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(got.text()).isEqualTo("{\"type\":\"urn:makegood:problem:not_found\","
                + "\"title\":\"Not found\",\"status\":404,\"code\":\"not_found\","
                + "\"detail\":\"there is no such path\"}");
        assertThat(get("/api/user/balance").header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        var got = http.send(http.to("/api/story-editor/project/status")
                .method("DELETE", HttpRequest.BodyPublishers.noBody()));

        assertThat(got.status()).isEqualTo(405);
        assertThat(got.at("code")).isEqualTo("method_not_allowed");
        assertThat(got.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        var got = http.post(Stage.ADA, "/api/story-editor/generate",
                "{\"prompt\":7,\"aspectRatio\":\"wide\",\"colour\":\"red\"}");

        assertThat(Calls.list(got.json().get("errors"), "field"))
                .containsExactly("prompt", "aspectRatio", "colour");
    }

    @Test
    void a_body_too_large_is_told_so() {
        var large = "{\"prompt\":\"" + "x".repeat(300_000) + "\"}";

        var got = http.post(Stage.ADA, "/api/story-editor/generate", large);
        var chunked = http.send(http.as(Role.APP, "/api/story-editor/generate")
                .header("Makegood-Customer", Stage.ADA)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large))));
        var byStranger = http.send(http.to("/api/story-editor/generate")
                .POST(BodyPublishers.ofString(large)));

        assertThat(got.status()).isEqualTo(413);
        assertThat(got.at("code")).isEqualTo("too_large");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(byStranger.status()).isEqualTo(401);
    }

    @Test
    void while_the_storage_is_away_callers_are_asked_to_come_again() {
        http.get(Stage.ADA, "/api/user/balance");
        stage.storage.breaksWith = () -> new StoreUnavailable("away", new IOException("refused"));

        for (var got : List.of(get("/health/ready"),
                http.post(Stage.ADA, "/api/story-editor/generate", "{\"prompt\":\"p\"}"))) {
            assertThat(got.status()).isEqualTo(503);
            assertThat(got.at("code")).isEqualTo("unavailable");
            assertThat(got.header("Retry-After")).isEqualTo("1");
        }
        assertThat(get("/health/live").status()).isEqualTo(200);

        stage.storage.breaksWith = null;
        assertThat(get("/health/ready").text()).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    void what_breaks_here_is_not_shown_outside() {
        http.get(Stage.ADA, "/api/user/balance");
        stage.storage.breaksWith = () -> new IllegalStateException("select * from canary");

        var got = http.post(Stage.ADA, "/api/story-editor/generate", "{\"prompt\":\"p\"}");

        assertThat(got.status()).isEqualTo(500);
        assertThat(got.at("code")).isEqualTo("internal");
        assertThat(got.text()).doesNotContain("canary", "Exception", "dev.makegood", "java");
    }

    @Test
    void a_revoked_key_opens_nothing_two_seconds_later() {
        http.get(Stage.ADA, "/api/user/balance");
        var id = stage.keys.get(Role.APP).substring("mg_app_".length(), "mg_app_".length() + 12);
        var revoked = stage.makegood.keyring(new Random(1)).revoke(id, "test");
        assertThat(revoked).isPresent();

        stage.pass(Duration.ofSeconds(2));

        assertThat(http.get(Stage.ADA, "/api/user/balance").status()).isEqualTo(401);
    }
}
