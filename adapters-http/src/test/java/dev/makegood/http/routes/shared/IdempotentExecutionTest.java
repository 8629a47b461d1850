package dev.makegood.http.routes.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.makegood.access.IdempotencyKeys;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.SampleRequests;
import dev.makegood.http.StorageSnapshot;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import dev.makegood.http.request.JsonMeaning;
import dev.makegood.http.server.Route;
import dev.makegood.store.StoreUnavailableException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same request again: at once, after a crash, and of another customer. */
class IdempotentExecutionTest {

    private static final String GENERATE = "/api/story-editor/generate";
    private static final String BODY = "{\"prompt\":\"p\"}";

    private static final int KEYS = Integer.getInteger("makegood.keys", 100);

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.close();
    }

    private TestResponse generate(String customer, String key, String body) {
        return client.post(customer, GENERATE, body, "Idempotency-Key", key);
    }

    /** T4: each key creates one project, also while its first request is in progress. */
    @Test
    void each_of_many_keys_a_hundred_times_at_once_creates_one_project() throws Exception {
        testServer.customer(TestServer.ADA, 1_000_000);
        for (int i = 0; i < KEYS; i++) {
            var key = "key-" + i;

            var answers = atOnce(100, () -> generate(TestServer.ADA, key, BODY));

            assertThat(answers).filteredOn(testResponse -> testResponse.status() == 201)
                    .isNotEmpty()
                    .allMatch(testResponse -> testResponse.text()
                            .equals(generate(TestServer.ADA, key, BODY).text()));
            assertThat(generate(TestServer.ADA, key, "{\"prompt\":\"other\"}").status())
                    .isEqualTo(422);
        }

        assertThat(testServer.pipeline.started).hasSize(KEYS);
    }

    @Test
    void one_key_a_hundred_times_at_once_creates_one_project() throws Exception {
        var answers = atOnce(100, () -> generate(TestServer.ADA, "key-1", BODY));

        assertThat(testServer.pipeline.started).hasSize(1);
        assertThat(answers).allMatch(
                testResponse -> testResponse.status() == 201 || testResponse.status() == 409);
        assertThat(answers).filteredOn(testResponse -> testResponse.status() == 409)
                .allMatch(testResponse -> testResponse.field("code").equals("in_progress")
                        && Integer.parseInt(testResponse.header("Retry-After")) <= 60);
        var bodies = answers.stream()
                .filter(testResponse -> testResponse.status() == 201)
                .map(TestResponse::text)
                .distinct();
        assertThat(bodies).hasSize(1);
        var later = generate(TestServer.ADA, "key-1", BODY);
        assertThat(later.status()).isEqualTo(201);
        assertThat(later.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(20);
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
    List<DynamicTest> every_route_with_an_idempotency_key_replays_its_first_response() {
        return testServer.routes()
                .stream()
                .filter(Route::takesIdempotencyKey)
                .map(route -> dynamicTest(route.name(), () -> {
                    try (var own = new TestServer()) {
                        own.customer(TestServer.ADA, 1_000);
                        var sampleRequest = SampleRequests.of(route, own);
                        var first = sendWithKey(own, route, sampleRequest);
                        var before = StorageSnapshot.of(own.store);

                        var again = sendWithKey(own, route, sampleRequest);

                        assertThat(first.status()).as(first.text()).isIn(200, 201);
                        assertThat(first.header("Idempotent-Replayed")).isEmpty();
                        assertThat(again.status()).isEqualTo(first.status());
                        assertThat(again.text()).isEqualTo(first.text());
                        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
                        assertThat(StorageSnapshot.of(own.store)).isEqualTo(before);
                    }
                }))
                .toList();
    }

    private static TestResponse sendWithKey(
            TestServer testServer, Route route, SampleRequests.SampleRequest sampleRequest) {
        return testServer.client
                .send(testServer.client.as(SampleRequests.callerRole(route), sampleRequest.path())
                        .header("Makegood-Customer", TestServer.ADA)
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofString(sampleRequest.body())));
    }

    @Test
    void a_key_belongs_to_one_request_of_one_customer() {
        var first = generate(TestServer.ADA, "key-1", BODY);

        var other = generate(TestServer.ADA, "key-1", "{\"prompt\":\"q\"}");
        var ofBob = generate(TestServer.BOB, "key-1", BODY);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.field("code")).isEqualTo("idempotency_mismatch");
        assertThat(ofBob.status()).isEqualTo(201);
        assertThat(ofBob.field("projectId")).isNotEqualTo(first.field("projectId"));
    }

    @Test
    void a_refusal_leaves_the_key_free() {
        client.generate(TestServer.ADA, "p");
        assertThat(generate(TestServer.ADA, "key-1", BODY).status()).isEqualTo(402);

        client.post(Role.OPERATOR, "/api/grants", "{\"customer\":\"app/ada\",\"credits\":100,"
                + "\"source\":\"promotion\",\"reason\":\"r\"}");

        assertThat(generate(TestServer.ADA, "key-1", BODY).status()).isEqualTo(201);
    }

    @Test
    void what_a_crash_left_is_created_with_the_id_that_was_recorded() {
        client.get(TestServer.ADA, "/api/user/balance");
        var recorded = UUID.fromString("11111111-2222-4333-8444-555555555555");
        var begun = testServer.makegood.idempotencyKeys()
                .begin(testServer.customer(TestServer.ADA), "POST " + GENERATE,
                        "key-1", SecretHash.of(BODY), recorded);
        assertThat(begun).isInstanceOf(IdempotencyKeys.NewRequest.class);

        var tooSoon = generate(TestServer.ADA, "key-1", BODY);
        testServer.advance(Duration.ofSeconds(61));
        var again = generate(TestServer.ADA, "key-1", BODY);

        assertThat(tooSoon.status()).isEqualTo(409);
        assertThat(tooSoon.header("Retry-After")).isEqualTo("60");
        assertThat(again.field("projectId")).isEqualTo(recorded.toString());
    }

    /** Where all of them began while there was one system account. */
    @Test
    void an_operators_request_that_began_at_the_first_system_account_goes_on_there() {
        var route = "POST /api/grants";
        var body =
                "{\"customer\":\"app/ada\",\"credits\":100,\"source\":\"promotion\",\"reason\":\"r\"}";
        client.get(TestServer.ADA, "/api/user/balance");
        assertThat(CustomerId.systemAccountFor(route + " key-1"))
                .isNotEqualTo(CustomerId.SYSTEM_ACCOUNT);
        var recorded = UUID.fromString("11111111-2222-4333-8444-555555555555");
        testServer.makegood.idempotencyKeys()
                .begin(CustomerId.SYSTEM_ACCOUNT, route, "key-1",
                        SecretHash.of(JsonMeaning.of(body)), recorded);
        testServer.advance(Duration.ofSeconds(61));

        var first = grantWithKey(body);
        var again = grantWithKey(body);

        assertThat(first.field("grantId")).as(first.text()).isEqualTo(recorded.toString());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(160);
    }

    private TestResponse grantWithKey(String body) {
        return client.send(client.as(Role.OPERATOR, "/api/grants")
                .header("Idempotency-Key", "key-1")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The write that fails, and whether all later ones fail too, until the database is back. */
    @ParameterizedTest
    @CsvSource({"0,false", "1,false", "2,false", "3,false", "4,false", "5,false", "6,false",
            "0,true", "1,true", "2,true", "3,true", "4,true", "5,true"})
    void after_a_server_error_the_same_key_is_answered_at_once(int writes, boolean lasting) {
        client.get(TestServer.ADA, "/api/user/balance");
        testServer.storage.writesBeforeFailure.set(writes);
        testServer.storage.failure = () -> {
            if (!lasting) {
                testServer.storage.failure = null;
            }
            return new StoreUnavailableException("away", new SQLException("gone", "08006"));
        };
        var first = generate(TestServer.ADA, "key-1", BODY);
        testServer.storage.failure = null;

        var again = generate(TestServer.ADA, "key-1", BODY);

        assertThat(first.status()).isIn(201, 202, 500, 503);
        assertThat(again.status()).as(again.text()).isIn(201, 202);
        if (first.status() != 503) {
            assertThat(again.text()).isEqualTo(first.text());
        }
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(20);
    }

    @Test
    void a_body_is_compared_by_what_it_means() {
        var first = generate(TestServer.ADA, "key-1", "{\"prompt\":\"p\",\"quality\":\"hd\"}");

        var again = generate(TestServer.ADA, "key-1",
                " {\"quality\" : \"h\\u0064\",\n\"prompt\":\"p\"}");
        var other = generate(TestServer.ADA, "key-1",
                "{\"quality\":\"hd\",\"prompt\":\"hd\"}");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void a_quoted_key_is_the_same_key() {
        var first = generate(TestServer.ADA, "key-1", BODY);

        var again = generate(TestServer.ADA, "\"key-1\"", BODY);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(generate(TestServer.ADA, "\"\"", BODY).status()).isEqualTo(400);
    }

    @Test
    void a_refusal_of_the_pipeline_is_replayed() {
        var first = generate(TestServer.ADA, "key-1", "{\"prompt\":\"#refuse\"}");
        var again = generate(TestServer.ADA, "key-1", "{\"prompt\":\"#refuse\"}");

        assertThat(first.status()).isEqualTo(502);
        assertThat(again.status()).isEqualTo(502);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void an_invalid_key_is_refused_and_creates_no_customer() {
        for (var key : List.of("", "a b", "x".repeat(256))) {
            var testResponse = generate(TestServer.ADA, key, BODY);
            assertThat(testResponse.status()).as(key).isEqualTo(400);
            assertThat(testResponse.field("errors/0/field")).isEqualTo("Idempotency-Key");
        }
        assertThat(testServer.isUnknown(TestServer.ADA)).isTrue();
        assertThat(generate(TestServer.ADA, "x".repeat(255), BODY).status()).isEqualTo(201);
    }

    @Test
    void the_same_final_report_ten_times_at_once_changes_things_once() throws Exception {
        for (var status : List.of("completed", "failed")) {
            var project =
                    client.generate(status.equals("failed") ? TestServer.ADA : TestServer.BOB, "p");

            var answers = atOnce(10, () -> client.report(project, status));

            assertThat(answers).allMatch(testResponse -> testResponse.status() == 200);
            assertThat(answers)
                    .filteredOn(testResponse -> testResponse.json().get("changed").asBoolean())
                    .hasSize(1);
        }
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
        assertThat(testServer.available(TestServer.BOB)).isEqualTo(20);
    }
}
