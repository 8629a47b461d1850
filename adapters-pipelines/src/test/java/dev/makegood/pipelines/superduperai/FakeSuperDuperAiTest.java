package dev.makegood.pipelines.superduperai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.httpclient.Credential;
import dev.makegood.httpclient.Endpoint;
import dev.makegood.httpclient.HttpTimeouts;
import dev.makegood.httpclient.JsonClient;
import dev.makegood.testing.TickingClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fake has the shapes of its contract page; nothing else could check them. */
class FakeSuperDuperAiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROJECT = "/api/v1/project/video";

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakeSuperDuperAi fake = new FakeSuperDuperAi(clock, "a-token");
    private final JsonClient client = clientWith(Credential.bearer("a-token"));

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void a_ping_needs_no_token_and_the_rest_does() {
        var unauthenticated = clientWith(Credential.NONE);

        assertThat(unauthenticated.get("/api/v1/ping")).isInstanceOf(JsonResponse.class);
        assertThat(response(unauthenticated, "/api/v1/user/me").status()).isEqualTo(401);
        assertThat(response(client, "/api/v1/user/me").body().path("vip").asBoolean()).isTrue();
        assertThat(response(client, PROJECT + "/test-token").status()).isEqualTo(200);
    }

    @Test
    void a_create_shows_the_whole_project_and_no_status_of_its_own() {
        var project =
                create("{\"template_name\":\"story\",\"config\":{\"prompt\":\"A cat\"}}").body();

        assertThat(project.propertyNames()).contains("id", "type", "config", "data", "tasks",
                "template_name", "style_name", "music_id", "thumbnail_url", "created_at");
        assertThat(project.has("status")).isFalse();
    }

    @Test
    void a_create_without_its_fields_is_refused_as_fastapi_does() {
        var refused = create("{\"template_name\":\"story\",\"config\":{}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/detail/0/loc/2").asString()).isEqualTo("prompt");
        assertThat(create("{\"config\":{\"prompt\":\"A cat\"}}").status()).isEqualTo(400);
        assertThat(create("{\"template_name\":\"story\",\"config\":{\"prompt\":\"A cat\","
                + "\"quality\":\"4k\"}}").status()).isEqualTo(422);
    }

    @Test
    void a_list_comes_in_pages_and_in_either_order() {
        for (int film = 1; film <= 3; film++) {
            create("{\"template_name\":\"story\",\"config\":{\"prompt\":\"film %d\"}}"
                    .formatted(film));
            clock.advance(Duration.ofSeconds(1));
        }

        var newest = response(client, "/api/v1/project?order=descendent&limit=2").body();
        assertThat(newest.at("/items/0/config/prompt").asString()).isEqualTo("film 3");
        assertThat(newest.path("total").asInt()).isEqualTo(3);
        assertThat(newest.at("/next/offset").asInt()).isEqualTo(2);
        var last = response(client, "/api/v1/project?order=ascendent&limit=2&offset=2").body();
        assertThat(last.at("/items/0/config/prompt").asString()).isEqualTo("film 3");
        assertThat(last.path("next").isNull()).isTrue();
    }

    @Test
    void without_auto_mode_each_step_waits_for_its_request() {
        var id = create("{\"template_name\":\"story\",\"config\":{\"prompt\":\"A cat\","
                + "\"auto_mode\":false}}").body().path("id").asString();
        passes(Duration.ofMinutes(10));
        assertThat(fake.projects().getFirst().path("tasks").size()).isEqualTo(1);

        assertThat(client.post(PROJECT + "/" + id + "/script2entities", JSON.createObjectNode()))
                .isInstanceOf(JsonResponse.class);
        passes(Duration.ofMinutes(1));
        passes(Duration.ofMinutes(1));
        assertThat(fake.projects().getFirst().at("/tasks/1/status").asString())
                .isEqualTo("completed");
    }

    @Test
    void a_listener_receives_each_task_once_and_never_later() throws IOException {
        var id = create("{\"template_name\":\"story\",\"config\":{\"prompt\":\"A cat\"}}")
                .body()
                .path("id")
                .asString();
        var url = URI.create(fake.baseUrl() + "/api/v1/events/project." + id).toURL();
        var connection = url.openConnection();
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setReadTimeout(5_000);
        try (var events =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
            assertThat(next(events, ":")).contains("listening");
            fake.sendRaw("project." + id, "not even JSON");
            fake.tick();

            assertThat(next(events, "data:")).isEqualTo("data: not even JSON");
            assertThat(next(events, "data:")).contains("\"type\":\"task\"")
                    .contains("txt2script-flow");
        }
    }

    private static String next(BufferedReader events, String beginning) throws IOException {
        var text = events.readLine();
        while (!text.startsWith(beginning)) {
            text = events.readLine();
        }
        return text;
    }

    private void passes(Duration time) {
        clock.advance(time);
        fake.tick();
    }

    private JsonResponse create(String body) {
        return (JsonResponse) client.post(PROJECT, json(body));
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static JsonResponse response(JsonClient by, String path) {
        return (JsonResponse) by.get(path);
    }

    private JsonClient clientWith(Credential credential) {
        return new JsonClient(
                Endpoint.of(fake.baseUrl(), credential, HttpTimeouts.DEFAULT));
    }
}
