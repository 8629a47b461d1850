package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.makegood.access.Repeats;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.http.Calls.Got;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same request again, at once, after a crash, and from somebody else. */
class RepeatingTest {

    private static final String GENERATE = "/api/story-editor/generate";
    private static final String BODY = "{\"prompt\":\"p\"}";

    private final Stage stage = new Stage();
    private final Calls http = stage.http;

    @AfterEach
    void stop() {
        stage.close();
    }

    private Got generate(String customer, String key, String body) {
        return http.post(customer, GENERATE, body, "Idempotency-Key", key);
    }

    /** T4: whatever is answered meanwhile, each key made one project. */
    @Test
    void two_hundred_keys_a_hundred_times_at_once_each_make_two_hundred_projects()
            throws Exception {
        stage.customer(Stage.ADA, 1_000_000);
        for (int i = 0; i < 200; i++) {
            var key = "key-" + i;

            var answers = atOnce(100, () -> generate(Stage.ADA, key, BODY));

            assertThat(answers).filteredOn(got -> got.status() == 201)
                    .isNotEmpty()
                    .allMatch(got -> got.text().equals(generate(Stage.ADA, key, BODY).text()));
            assertThat(generate(Stage.ADA, key, "{\"prompt\":\"other\"}").status()).isEqualTo(422);
        }

        assertThat(stage.pipeline.started).hasSize(200);
    }

    @Test
    void one_key_a_hundred_times_at_once_makes_one_project() throws Exception {
        var answers = atOnce(100, () -> generate(Stage.ADA, "key-1", BODY));

        assertThat(stage.pipeline.started).hasSize(1);
        assertThat(answers).allMatch(got -> got.status() == 201 || got.status() == 409);
        assertThat(answers).filteredOn(got -> got.status() == 409)
                .allMatch(got -> got.at("code").equals("in_progress")
                        && Integer.parseInt(got.header("Retry-After")) <= 60);
        var bodies = answers.stream().filter(got -> got.status() == 201).map(Got::text).distinct();
        assertThat(bodies).hasSize(1);
        var later = generate(Stage.ADA, "key-1", BODY);
        assertThat(later.status()).isEqualTo(201);
        assertThat(later.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(stage.available(Stage.ADA)).isEqualTo(20);
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                calls.add(threads.submit(call));
            }
            var answers = new ArrayList<T>();
            for (var answer : calls) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @TestFactory
    List<DynamicTest> whatever_moves_credits_answers_a_repeat_as_the_first_time() {
        return stage.server.routes()
                .stream()
                .filter(Route::repeatable)
                .map(route -> dynamicTest(route.name(), () -> {
                    try (var own = new Stage()) {
                        own.customer(Stage.ADA, 1_000);
                        var sample = Samples.of(route, own);
                        var first = repeatable(own, route, sample);
                        var before = Snapshot.of(own.store);

                        var again = repeatable(own, route, sample);

                        assertThat(first.status()).as(first.text()).isIn(200, 201);
                        assertThat(first.header("Idempotent-Replayed")).isEmpty();
                        assertThat(again.status()).isEqualTo(first.status());
                        assertThat(again.text()).isEqualTo(first.text());
                        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
                        assertThat(Snapshot.of(own.store)).isEqualTo(before);
                    }
                }))
                .toList();
    }

    private static Got repeatable(Stage stage, Route route, Samples.Sample sample) {
        return stage.http.send(stage.http.as(Samples.caller(route), sample.path())
                .header("Makegood-Customer", Stage.ADA)
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString(sample.body())));
    }

    @Test
    void a_key_belongs_to_one_request_of_one_customer() {
        var first = generate(Stage.ADA, "key-1", BODY);

        var other = generate(Stage.ADA, "key-1", "{\"prompt\":\"q\"}");
        var somebody = generate(Stage.BOB, "key-1", BODY);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("code")).isEqualTo("idempotency_mismatch");
        assertThat(somebody.status()).isEqualTo(201);
        assertThat(somebody.at("projectId")).isNotEqualTo(first.at("projectId"));
    }

    @Test
    void a_refusal_leaves_the_key_free() {
        http.generated(Stage.ADA, "p");
        assertThat(generate(Stage.ADA, "key-1", BODY).status()).isEqualTo(402);

        http.post(Role.OPERATOR, "/api/grants", "{\"customer\":\"app/ada\",\"credits\":100,"
                + "\"source\":\"promotion\",\"reason\":\"r\"}");

        assertThat(generate(Stage.ADA, "key-1", BODY).status()).isEqualTo(201);
    }

    @Test
    void what_a_crash_left_is_made_under_the_id_that_was_settled() {
        http.get(Stage.ADA, "/api/user/balance");
        var settled = UUID.fromString("11111111-2222-4333-8444-555555555555");
        var begun = stage.makegood.repeats()
                .begin(stage.customer(Stage.ADA), "POST " + GENERATE,
                        "key-1", SecretHash.of(BODY), settled);
        assertThat(begun).isInstanceOf(Repeats.Begun.class);

        var tooSoon = generate(Stage.ADA, "key-1", BODY);
        stage.pass(Duration.ofSeconds(61));
        var again = generate(Stage.ADA, "key-1", BODY);

        assertThat(tooSoon.status()).isEqualTo(409);
        assertThat(tooSoon.header("Retry-After")).isEqualTo("60");
        assertThat(again.at("projectId")).isEqualTo(settled.toString());
    }

    @Test
    void a_refusal_of_the_pipeline_is_answered_again_as_it_was() {
        var first = generate(Stage.ADA, "key-1", "{\"prompt\":\"#refuse\"}");
        var again = generate(Stage.ADA, "key-1", "{\"prompt\":\"#refuse\"}");

        assertThat(first.status()).isEqualTo(502);
        assertThat(again.status()).isEqualTo(502);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void a_key_that_is_none_is_refused_and_makes_nobody() {
        for (var key : List.of("", "a b", "x".repeat(256))) {
            var got = generate(Stage.ADA, key, BODY);
            assertThat(got.status()).as(key).isEqualTo(400);
            assertThat(got.at("errors/0/field")).isEqualTo("Idempotency-Key");
        }
        assertThat(stage.isStranger(Stage.ADA)).isTrue();
        assertThat(generate(Stage.ADA, "x".repeat(255), BODY).status()).isEqualTo(201);
    }

    @Test
    void the_same_final_report_ten_times_at_once_changes_things_once() throws Exception {
        for (var status : List.of("completed", "failed")) {
            var project = http.generated(status.equals("failed") ? Stage.ADA : Stage.BOB, "p");

            var answers = atOnce(10, () -> http.reported(project, status));

            assertThat(answers).allMatch(got -> got.status() == 200);
            assertThat(answers).filteredOn(got -> got.json().get("changed").asBoolean()).hasSize(1);
        }
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
        assertThat(stage.available(Stage.BOB)).isEqualTo(20);
    }
}
