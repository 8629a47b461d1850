package dev.makegood.http.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.makegood.access.Role;
import dev.makegood.http.SampleRequests;
import dev.makegood.http.StorageSnapshot;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import dev.makegood.http.server.Route;
import io.javalin.http.HandlerType;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Goes through the whole route table: who may call what, and that nothing of another customer is seen (S1–S3). */
class RouteTableTest {

    private static final List<String> SERVER_OWNED = List.of("id", "projectId", "customerId",
            "userId", "customer", "user", "owner", "balance", "available", "held", "debt",
            "creditsUsed", "creditsRefunded", "status", "state", "isPaid", "price", "cost",
            "operation", "multipliers", "pipeline", "runId", "role", "roles", "actor", "key",
            "createdAt", "updatedAt", "attempt", "changed", "sequence", "hash", "__proto__");

    private static TestServer testServer;

    @BeforeAll
    static void open() {
        testServer = new TestServer();
        testServer.customer(TestServer.ADA, 1_000_000);
        testServer.customer(TestServer.BOB, 1_000_000);
    }

    @AfterAll
    static void close() {
        testServer.close();
    }

    @Test
    void every_route_has_a_row() {
        assertThat(testServer.routes()).extracting(Route::name)
                .containsExactlyInAnyOrderElementsOf(SampleRequests.ROWS.keySet());
    }

    @Test
    void every_post_but_the_quote_takes_an_idempotency_key() {
        assertThat(testServer.routes())
                .filteredOn(route -> route.method().equals(HandlerType.POST))
                .filteredOn(route -> route.routeKind() == Route.RouteKind.API
                        && !route.takesIdempotencyKey())
                .extracting(Route::name)
                .containsExactly("POST /api/story-editor/quote");
    }

    @TestFactory
    List<DynamicTest> every_route_admits_the_roles_it_names_and_no_others() {
        var tests = new ArrayList<DynamicTest>();
        for (var route : testServer.routes()) {
            tests.add(dynamicTest("no key: " + route.name(),
                    () -> expect(route.isPublic() ? 0 : 401, call(route, null, ""))));
            for (var role : Role.values()) {
                tests.add(dynamicTest(role + ": " + route.name(), () -> {
                    boolean may = route.isPublic() || route.roles().contains(role);
                    expect(may ? 0 : 403, call(route, testServer.keys.get(role), ""));
                }));
                tests.add(dynamicTest(role + " in the path: " + route.name(), () -> {
                    boolean known = role == Role.PIPELINE || role == Role.WORKER;
                    boolean may = route.isPublic() || route.roles().contains(role);
                    int expected = known ? may ? 0 : 403 : route.isPublic() ? 0 : 401;
                    expect(expected, call(route, null, "/k/" + testServer.keys.get(role)));
                }));
            }
            tests.add(dynamicTest("the root key: " + route.name(), () -> {
                boolean may = route.isPublic()
                        || route.roles().contains(Role.OPERATOR)
                        || route.roles().contains(Role.APP);
                expect(may ? 0 : 403, call(route, TestServer.ROOT_KEY, ""));
            }));
            tests.add(dynamicTest("the root key in the path: " + route.name(),
                    () -> expect(route.isPublic() ? 0 : 401,
                            call(route, null, "/k/" + TestServer.ROOT_KEY))));
            for (var wrong : wrongKeys()) {
                tests.add(dynamicTest("a wrong key: " + route.name(),
                        () -> expect(route.isPublic() ? 0 : 401, call(route, wrong, ""))));
            }
        }
        return tests;
    }

    @Test
    void a_key_without_the_role_learns_its_role_and_those_that_are_needed() {
        var grants = testServer.client.post(Role.PIPELINE, "/api/grants", "{}");
        var balance = testServer.client.get(Role.WORKER, "/api/user/balance");
        var report = testServer.client
                .send(testServer.client.to("/api/story-editor/project/status")
                        .header("Authorization", "Bearer " + TestServer.ROOT_KEY)
                        .POST(BodyPublishers.ofString("{}")));

        assertThat(grants.field("detail")).isEqualTo(
                "this key has the role pipeline; POST /api/grants needs the role operator");
        assertThat(balance.field("detail")).isEqualTo(
                "this key has the role worker;"
                        + " GET /api/user/balance needs the role app or operator");
        assertThat(report.field("detail")).isEqualTo("this key has the roles app and operator;"
                + " POST /api/story-editor/project/status needs the role pipeline");
    }

    private static List<String> wrongKeys() {
        var key = testServer.keys.get(Role.OPERATOR);
        var apiKeys = testServer.makegood.apiKeys(new Random(3));
        var revoked = apiKeys.create(Role.OPERATOR, "revoked", "test");
        apiKeys.revoke(revoked.key().id(), "test");
        return List.of("x", key.substring(0, key.length() - 1) + "~",
                key.replace("mg_operator", "mg_app"), TestServer.ROOT_KEY + "x",
                TestServer.ROOT_KEY.substring(1), revoked.text());
    }

    /** 0 is success. */
    private static void expect(int status, TestResponse testResponse) {
        if (status == 0) {
            assertThat(testResponse.status()).as(testResponse.text()).isIn(200, 201, 303);
        } else {
            assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(status);
            assertThat(testResponse.field("code"))
                    .isEqualTo(status == 401 ? "unauthenticated" : "forbidden");
        }
    }

    private static TestResponse call(Route route, String key, String prefix) {
        return send(route, key, prefix, TestServer.ADA, SampleRequests.of(route, testServer));
    }

    private static TestResponse send(
            Route route, String key, String prefix, String customer,
            SampleRequests.SampleRequest sampleRequest) {
        var request = testServer.client.to(prefix + sampleRequest.path())
                .header("Makegood-Customer", customer);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return testServer.client
                .send(TestClient.withMethodOf(route, request, sampleRequest.body()));
    }

    @TestFactory
    List<DynamicTest> no_customer_reaches_the_things_of_another() {
        var tests = new AtomicInteger();
        return testServer.routes()
                .stream()
                .filter(Route::needsCustomer)
                .map(route -> dynamicTest(route.name(), () -> {
                    var sampleRequest = SampleRequests.of(route, testServer);
                    var before = StorageSnapshot.of(testServer.store);
                    var app = testServer.keys.get(Role.APP);

                    var unknown = "app/unknown-" + tests.getAndIncrement();
                    for (var other : List.of(TestServer.BOB, unknown, "telegram/ada")) {
                        var testResponse = send(route, app, "", other, sampleRequest);
                        if (sampleRequest.path().matches(".*[0-9a-f]{8}-.*")) {
                            assertThat(testResponse.status()).as(testResponse.text())
                                    .isEqualTo(404);
                            assertThat(testResponse.field("code")).isEqualTo("not_found");
                            assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
                            assertThat(testServer.isUnknown(unknown)).isTrue();
                        } else {
                            assertThat(testResponse.text()).doesNotContain(idsOfAda());
                        }
                    }
                }))
                .toList();
    }

    private static CharSequence[] idsOfAda() {
        var ids = new HashSet<String>();
        testServer.store.archive().read(testServer.customer(TestServer.ADA), records -> {
            records.projects(null, 10_000).forEach(p -> ids.add(p.id().toString()));
            records.requests(null, 10_000).forEach(r -> ids.add(r.id().toString()));
            records.payments(null, 10_000).forEach(p -> ids.add(p.id().toString()));
            records.transfers(0, 10_000).forEach(t -> ids.add(t.id().toString()));
            return 0;
        });
        return ids.toArray(CharSequence[]::new);
    }

    @TestFactory
    List<DynamicTest> unknown_ids_are_not_found_and_invalid_ids_are_refused() {
        return testServer.routes()
                .stream()
                .filter(route -> route.path().contains("{id}"))
                .map(route -> dynamicTest(route.name(), () -> {
                    var sampleRequest = SampleRequests.of(route, testServer);
                    var before = StorageSnapshot.of(testServer.store);

                    expectAt(404, route, sampleRequest, "00000000-0000-0000-0000-000000000000");
                    expectAt(404, route, sampleRequest, "ffffffff-ffff-ffff-ffff-ffffffffffff");
                    for (var none : List.of("1", "1-1-1-1-1", "null", "a".repeat(36), "%20",
                            "%F0%9F%92%BE", "'%20or%201=1", "00000000000000000000000000000000")) {
                        expectAt(400, route, sampleRequest, none);
                    }
                    assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
                }))
                .toList();
    }

    private static void expectAt(
            int status, Route route, SampleRequests.SampleRequest sampleRequest, String id) {
        var path = route.path().replace("{id}", id);
        var key = testServer.keys.get(SampleRequests.callerRole(route));
        var testResponse = send(route, key, "", TestServer.ADA,
                new SampleRequests.SampleRequest(path, sampleRequest.body()));
        assertThat(testResponse.status()).as(path + " " + testResponse.text()).isEqualTo(status);
    }

    @TestFactory
    List<DynamicTest> a_request_cannot_set_what_the_server_sets() {
        return testServer.routes()
                .stream()
                .filter(Route::takesJson)
                .map(route -> dynamicTest(route.name(), () -> {
                    var sampleRequest = SampleRequests.of(route, testServer);
                    if (route.path().endsWith("/project/status")) {
                        assertIgnored(route, sampleRequest);
                    } else {
                        assertRefused(route, sampleRequest);
                    }
                }))
                .toList();
    }

    private static void assertRefused(
            Route route, SampleRequests.SampleRequest sampleRequest) {
        var before = StorageSnapshot.of(testServer.store);
        for (var name : SERVER_OWNED) {
            if (!sampleRequest.body().contains("\"" + name + "\":")) {
                var body = sampleRequest.body().replaceFirst("\\{", "{\"" + name + "\":1,");
                var testResponse = send(route,
                        testServer.keys.get(SampleRequests.callerRole(route)), "", TestServer.ADA,
                        new SampleRequests.SampleRequest(sampleRequest.path(), body));
                assertThat(testResponse.status()).as(name + " " + testResponse.text())
                        .isEqualTo(400);
                assertThat(testResponse.field("errors/0/field")).isEqualTo(name);
            }
        }
        assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
    }

    private static void assertIgnored(Route route, SampleRequests.SampleRequest sampleRequest) {
        var rest = new StringBuilder();
        SERVER_OWNED.stream()
                .filter(name -> !sampleRequest.body().contains("\"" + name + "\":"))
                .forEach(name -> rest.append("\"").append(name).append("\":1,"));
        var before = testServer.available(TestServer.ADA);

        var testResponse = send(route, testServer.keys.get(Role.PIPELINE), "", TestServer.ADA,
                new SampleRequests.SampleRequest(sampleRequest.path(),
                        sampleRequest.body().replaceFirst("\\{", "{" + rest)));

        assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(200);
        assertThat(testResponse.number("creditsRefunded")).isZero();
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(before);
    }
}
