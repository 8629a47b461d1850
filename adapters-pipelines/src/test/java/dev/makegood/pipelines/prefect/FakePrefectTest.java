package dev.makegood.pipelines.prefect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.httpclient.Credential;
import dev.makegood.httpclient.Endpoint;
import dev.makegood.httpclient.HttpTimeouts;
import dev.makegood.httpclient.JsonClient;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fake has the shapes of its contract page; nothing else could check them. */
class FakePrefectTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakePrefect fake = new FakePrefect(clock);
    private final String deployment = fake.deploy("film", "prod", "prompt");
    private final JsonClient client =
            new JsonClient(
                    Endpoint.of(fake.baseUrl(), Credential.NONE, HttpTimeouts.DEFAULT));

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void health_stays_open_when_the_rest_is_locked() {
        fake.requireBearer("pnu_1");

        assertThat(get("/health").body().asBoolean()).isTrue();
        assertThat(get("/version")).isEqualTo(
                new JsonResponse(401, JSON.readTree("{\"exception_message\":\"Unauthorized\"}")));
    }

    @Test
    void a_new_run_is_201_and_a_known_key_is_200_with_the_old_run() {
        var first = create("{\"idempotency_key\":\"k\",\"parameters\":{\"prompt\":\"one\"}}");
        clock.advance(Duration.ofDays(99));
        var again = create("{\"idempotency_key\":\"k\",\"parameters\":{\"prompt\":\"two\"}}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("state_type").asString()).isEqualTo("SCHEDULED");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(again.body().at("/parameters/prompt").asString()).isEqualTo("one");
    }

    @Test
    void runs_without_a_key_are_never_the_same() {
        create("{\"parameters\":{\"prompt\":\"one\"}}");
        create("{\"parameters\":{\"prompt\":\"one\"}}");

        assertThat(fake.runs()).hasSize(2);
    }

    @Test
    void the_three_shapes_of_a_refusal_differ() {
        assertThat(create("{\"parameters\":{}}").status()).isEqualTo(409);
        assertThat(create("{\"parameters\":{}}").body().has("detail")).isTrue();
        assertThat(create("{\"parameters\":[]}").body().has("exception_detail")).isTrue();
        assertThat(get("/deployments/name/film/none").body().has("exception_message")).isTrue();
        assertThat(get("/deployments/name/film/prod").body().path("id").asString())
                .isEqualTo(deployment);
    }

    @Test
    void runs_are_found_by_id_tag_and_state() {
        create("{\"tags\":[\"a\",\"b\"],\"parameters\":{\"prompt\":\"one\"}}");
        create("{\"tags\":[\"b\"],\"parameters\":{\"prompt\":\"two\"}}");

        assertThat(found("{\"flow_runs\":{\"tags\":{\"all_\":[\"a\",\"b\"]}}}")).isEqualTo(1);
        assertThat(found("{\"flow_runs\":{\"state\":{\"type\":{\"any_\":[\"RUNNING\"]}}}}"))
                .isZero();
        assertThat(found("{\"limit\":1}")).isEqualTo(1);
        assertThat(found("{\"offset\":1}")).isEqualTo(1);
        assertThat(post("/flow_runs/filter", "{\"limit\":201}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "/deployments/%s/create_flow_run;{'parameters':{'prompt':'x'},'colour':'red'};colour",
            "/flow_runs/filter;{'flow_runs':{'colour':{'any_':[]}}};flow_runs.colour",
            "/flow_runs/filter;{'flow_runs':{'tags':{'some_':[]}}};flow_runs.tags.some_",
            "/flow_runs/%s/set_state;{'state':{'type':'CANCELLING','colour':1}};state.colour"})
    void a_field_that_the_api_does_not_have_is_refused(String path, String body, String field) {
        var run = create("{\"parameters\":{\"prompt\":\"one\"}}").body().path("id").asString();

        var refusal = post(path.formatted(path.startsWith("/deployments") ? deployment : run),
                body.replace('\'', '"'));

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.body().at("/exception_detail/0/type").asString())
                .isEqualTo("extra_forbidden");
        assertThat(refusal.body()
                .at("/exception_detail/0/loc")
                .values()
                .stream()
                .map(JsonNode::asString)
                .skip(1)).containsExactly(field.split("\\."));
    }

    @Test
    void every_state_a_run_had_is_in_its_history() {
        var id = create("{\"parameters\":{\"prompt\":\"one\"}}").body().path("id").asString();
        for (int beat = 0; beat < 6; beat++) {
            clock.advance(Duration.ofSeconds(5));
            fake.tick();
        }

        var history = get("/flow_run_states?flow_run_id=" + id).body();
        assertThat(history.values().stream().map(state -> state.path("type").asString()))
                .containsExactly("SCHEDULED", "PENDING", "RUNNING", "COMPLETED");
    }

    @Test
    void a_refused_change_of_state_is_a_200_with_a_verdict() {
        var id = create("{\"parameters\":{\"prompt\":\"one\"}}").body().path("id").asString();
        fake.forceState(id, "COMPLETED", "Completed");

        var refused =
                post("/flow_runs/" + id + "/set_state", "{\"state\":{\"type\":\"CANCELLING\"}}");

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body().path("status").asString()).isEqualTo("ABORT");
        assertThat(refused.body().at("/details/type").asString()).isEqualTo("abort_details");
        assertThat(post("/flow_runs/" + id + "/set_state",
                "{\"state\":{\"type\":\"SCHEDULED\"}}").status()).isEqualTo(201);
    }

    private int found(String filter) {
        return post("/flow_runs/filter", filter).body().size();
    }

    private JsonResponse create(String body) {
        return post("/deployments/" + deployment + "/create_flow_run", body);
    }

    private JsonResponse post(String path, String body) {
        return (JsonResponse) client.post(path, JSON.readTree(body));
    }

    private JsonResponse get(String path) {
        return (JsonResponse) client.get(path);
    }
}
