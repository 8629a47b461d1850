package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.makegood.access.Role;
import dev.makegood.http.Calls.Got;
import io.javalin.http.HandlerType;
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

/** Goes through the whole table of routes: who may call what, and whose things anybody sees (S1–S3). */
class RouteTableTest {

    private static final List<String> SERVER_OWNED = List.of("id", "projectId", "customerId",
            "userId", "customer", "user", "owner", "balance", "available", "held", "debt",
            "creditsUsed", "creditsRefunded", "status", "state", "isPaid", "price", "cost",
            "operation", "multipliers", "pipeline", "runId", "role", "roles", "actor", "key",
            "createdAt", "updatedAt", "attempt", "changed", "sequence", "hash", "__proto__");

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
        stage.customer(Stage.ADA, 1_000_000);
        stage.customer(Stage.BOB, 1_000_000);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void every_route_has_a_row() {
        assertThat(stage.server.routes()).extracting(Route::name)
                .containsExactlyInAnyOrderElementsOf(Samples.ROWS.keySet());
    }

    @Test
    void every_post_that_is_not_a_question_may_be_repeated_safely() {
        assertThat(stage.server.routes())
                .filteredOn(route -> route.method().equals(HandlerType.POST))
                .filteredOn(route -> route.kind() == Route.Kind.API && !route.repeatable())
                .extracting(Route::name)
                .containsExactly("POST /api/story-editor/quote");
    }

    @TestFactory
    List<DynamicTest> every_route_lets_in_whom_it_should_and_nobody_else() {
        var tests = new ArrayList<DynamicTest>();
        for (var route : stage.server.routes()) {
            tests.add(dynamicTest("nobody: " + route.name(),
                    () -> expect(route.isOpen() ? 0 : 401, call(route, null, ""))));
            for (var role : Role.values()) {
                tests.add(dynamicTest(role + ": " + route.name(), () -> {
                    boolean may = route.isOpen() || route.roles().contains(role);
                    expect(may ? 0 : 403, call(route, stage.keys.get(role), ""));
                }));
                tests.add(dynamicTest(role + " in the path: " + route.name(), () -> {
                    boolean known = role == Role.PIPELINE || role == Role.WORKER;
                    boolean may = route.isOpen() || route.roles().contains(role);
                    int expected = known ? may ? 0 : 403 : route.isOpen() ? 0 : 401;
                    expect(expected, call(route, null, "/k/" + stage.keys.get(role)));
                }));
            }
            tests.add(dynamicTest("the root key: " + route.name(), () -> {
                boolean may = route.isOpen()
                        || route.roles().contains(Role.OPERATOR)
                        || route.roles().contains(Role.APP);
                expect(may ? 0 : 403, call(route, Stage.ROOT_KEY, ""));
            }));
            tests.add(dynamicTest("the root key in the path: " + route.name(),
                    () -> expect(route.isOpen() ? 0 : 401,
                            call(route, null, "/k/" + Stage.ROOT_KEY))));
            for (var wrong : wrongKeys()) {
                tests.add(dynamicTest("a wrong key: " + route.name(),
                        () -> expect(route.isOpen() ? 0 : 401, call(route, wrong, ""))));
            }
        }
        return tests;
    }

    private static List<String> wrongKeys() {
        var key = stage.keys.get(Role.OPERATOR);
        var keyring = stage.makegood.keyring(new Random(3));
        var revoked = keyring.create(Role.OPERATOR, "revoked", "test");
        keyring.revoke(revoked.key().id(), "test");
        return List.of("x", key.substring(0, key.length() - 1) + "~",
                key.replace("mg_operator", "mg_app"), Stage.ROOT_KEY + "x",
                Stage.ROOT_KEY.substring(1), revoked.text());
    }

    /** 0 is success. */
    private static void expect(int status, Got got) {
        if (status == 0) {
            assertThat(got.status()).as(got.text()).isIn(200, 201, 303);
        } else {
            assertThat(got.status()).as(got.text()).isEqualTo(status);
            assertThat(got.at("code")).isEqualTo(status == 401 ? "unauthenticated" : "forbidden");
        }
    }

    private static Got call(Route route, String key, String prefix) {
        return send(route, key, prefix, Stage.ADA, Samples.of(route, stage));
    }

    private static Got send(
            Route route, String key, String prefix, String customer, Samples.Sample sample) {
        var request = stage.http.to(prefix + sample.path()).header("Makegood-Customer", customer);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return stage.http.send(Calls.by(route, request, sample.body()));
    }

    @TestFactory
    List<DynamicTest> nobody_reaches_the_things_of_another_customer() {
        var tests = new AtomicInteger();
        return stage.server.routes()
                .stream()
                .filter(Route::owned)
                .map(route -> dynamicTest(route.name(), () -> {
                    var sample = Samples.of(route, stage);
                    var before = Snapshot.of(stage.store);
                    var app = stage.keys.get(Role.APP);

                    var stranger = "app/nobody-yet-" + tests.getAndIncrement();
                    for (var other : List.of(Stage.BOB, stranger, "telegram/ada")) {
                        var got = send(route, app, "", other, sample);
                        if (sample.path().matches(".*[0-9a-f]{8}-.*")) {
                            assertThat(got.status()).as(got.text()).isEqualTo(404);
                            assertThat(got.at("code")).isEqualTo("not_found");
                            assertThat(Snapshot.of(stage.store)).isEqualTo(before);
                            assertThat(stage.isStranger(stranger)).isTrue();
                        } else {
                            assertThat(got.text()).doesNotContain(idsOfAda());
                        }
                    }
                }))
                .toList();
    }

    private static CharSequence[] idsOfAda() {
        var ids = new HashSet<String>();
        stage.store.archive().read(stage.customer(Stage.ADA), records -> {
            records.projects(null, 10_000).forEach(p -> ids.add(p.id().toString()));
            records.requests(null, 10_000).forEach(r -> ids.add(r.id().toString()));
            records.payments(null, 10_000).forEach(p -> ids.add(p.id().toString()));
            records.transfers(0, 10_000).forEach(t -> ids.add(t.id().toString()));
            return 0;
        });
        return ids.toArray(CharSequence[]::new);
    }

    @TestFactory
    List<DynamicTest> ids_of_nothing_are_not_found_and_what_is_no_id_is_refused() {
        return stage.server.routes()
                .stream()
                .filter(route -> route.path().contains("{id}"))
                .map(route -> dynamicTest(route.name(), () -> {
                    var sample = Samples.of(route, stage);
                    var before = Snapshot.of(stage.store);

                    expectAt(404, route, sample, "00000000-0000-0000-0000-000000000000");
                    expectAt(404, route, sample, "ffffffff-ffff-ffff-ffff-ffffffffffff");
                    for (var none : List.of("1", "1-1-1-1-1", "null", "a".repeat(36), "%20",
                            "%F0%9F%92%BE", "'%20or%201=1", "00000000000000000000000000000000")) {
                        expectAt(400, route, sample, none);
                    }
                    assertThat(Snapshot.of(stage.store)).isEqualTo(before);
                }))
                .toList();
    }

    private static void expectAt(int status, Route route, Samples.Sample sample, String id) {
        var path = route.path().replace("{id}", id);
        var key = stage.keys.get(Samples.caller(route));
        var got = send(route, key, "", Stage.ADA, new Samples.Sample(path, sample.body()));
        assertThat(got.status()).as(path + " " + got.text()).isEqualTo(status);
    }

    @TestFactory
    List<DynamicTest> nobody_sets_what_is_ours_to_set() {
        return stage.server.routes()
                .stream()
                .filter(Route::takesJson)
                .map(route -> dynamicTest(route.name(), () -> {
                    var sample = Samples.of(route, stage);
                    if (route.path().endsWith("/project/status")) {
                        reportsIgnoreIt(route, sample);
                    } else {
                        everythingElseRefusesIt(route, sample);
                    }
                }))
                .toList();
    }

    private static void everythingElseRefusesIt(Route route, Samples.Sample sample) {
        var before = Snapshot.of(stage.store);
        for (var name : SERVER_OWNED) {
            if (!sample.body().contains("\"" + name + "\":")) {
                var body = sample.body().replaceFirst("\\{", "{\"" + name + "\":1,");
                var got = send(route, stage.keys.get(Samples.caller(route)), "", Stage.ADA,
                        new Samples.Sample(sample.path(), body));
                assertThat(got.status()).as(name + " " + got.text()).isEqualTo(400);
                assertThat(got.at("errors/0/field")).isEqualTo(name);
            }
        }
        assertThat(Snapshot.of(stage.store)).isEqualTo(before);
    }

    private static void reportsIgnoreIt(Route route, Samples.Sample sample) {
        var rest = new StringBuilder();
        SERVER_OWNED.stream()
                .filter(name -> !sample.body().contains("\"" + name + "\":"))
                .forEach(name -> rest.append("\"").append(name).append("\":1,"));
        var before = stage.available(Stage.ADA);

        var got = send(route, stage.keys.get(Role.PIPELINE), "", Stage.ADA,
                new Samples.Sample(sample.path(), sample.body().replaceFirst("\\{", "{" + rest)));

        assertThat(got.status()).as(got.text()).isEqualTo(200);
        assertThat(got.number("creditsRefunded")).isZero();
        assertThat(stage.available(Stage.ADA)).isEqualTo(before);
    }
}
