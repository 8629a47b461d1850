package dev.makegood.http.routes.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.SampleRequests;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OperatorRoutesTest {

    private static final String ADA = "{\"customer\":\"app/ada\",\"reason\":\"because\",";

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @BeforeEach
    void ada() {
        client.get(TestServer.ADA, "/api/user/balance");
    }

    @AfterEach
    void stop() {
        testServer.close();
    }

    private TestResponse post(String path, String body) {
        return client.post(Role.OPERATOR, path, body);
    }

    private void assertRefused(int status, String code, TestResponse testResponse) {
        assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(status);
        assertThat(testResponse.field("code")).isEqualTo(code);
    }

    @Test
    void a_grant_is_recorded_with_its_reason() {
        var testResponse =
                post("/api/grants", ADA + "\"credits\":100,\"source\":\"compensation\"}");

        assertThat(testResponse.status()).isEqualTo(201);
        assertThat(testResponse.text()).isEqualTo("{\"grantId\":\"" + testResponse.field("grantId")
                + "\",\"credits\":100,\"balance\":{\"available\":160,\"held\":0}}");
        var events = client.get(Role.OPERATOR, "/api/ops/events?customer=app/ada").json();
        var facts = events.at("/events/1/facts");
        assertThat(facts.get("reason").asString()).isEqualTo("because");
        assertThat(facts.get("actor").asString()).startsWith("operator:");
    }

    @Test
    void an_invalid_grant_is_refused() {
        assertRefused(404, "not_found",
                post("/api/grants", "{\"customer\":\"app/nobody\",\"credits\":1,"
                        + "\"source\":\"promotion\",\"reason\":\"r\"}"));
        for (var rest : new String[] {"\"credits\":0,\"source\":\"promotion\"}",
                "\"credits\":1,\"source\":\"purchase\"}", "\"credits\":1,\"source\":\"signup\"}",
                "\"credits\":1,\"source\":\"promotion\",\"priority\":101}",
                "\"credits\":1,\"source\":\"promotion\",\"expiresAt\":\"2025-01-01T00:00:00Z\"}",
                "\"credits\":1,\"source\":\"promotion\",\"expiresAt\":\"9999-12-31T00:00:00Z\"}",
                "\"credits\":1,\"source\":\"promotion\",\"expiresAt\":\"tomorrow\"}",
                "\"credits\":9223372036854775807,\"source\":\"promotion\"}"}) {
            assertRefused(400, "invalid_request", post("/api/grants", ADA + rest));
        }
        assertRefused(400, "invalid_request", post("/api/grants",
                "{\"customer\":\"app/ada\",\"credits\":1,\"source\":\"promotion\","
                        + "\"reason\":\"two\\nlines\"}"));
    }

    @Test
    void an_adjustment_is_a_difference() {
        var up = post("/api/adjustments", ADA + "\"credits\":7}");
        var down = post("/api/adjustments", ADA + "\"credits\":-60}");
        var tooMuch = post("/api/adjustments", ADA + "\"credits\":-8}");

        assertThat(up.number("balance/available")).isEqualTo(67);
        assertThat(down.number("balance/available")).isEqualTo(7);
        assertRefused(422, "adjustment_exceeds_available", tooMuch);
        assertThat(tooMuch.number("available")).isEqualTo(7);
        assertRefused(400, "invalid_request", post("/api/adjustments", ADA + "\"credits\":0}"));
    }

    @Test
    void credits_that_the_wallet_has_no_room_for_are_refused() {
        var room = new Credits(1_000);
        testServer.customer(TestServer.ADA,
                Wallet.CREDITS_MAX.minus(room).minus(new Credits(60)).amount());

        var grant = post("/api/grants", ADA + "\"credits\":1001,\"source\":\"promotion\"}");
        var adjustment = post("/api/adjustments", ADA + "\"credits\":1001}");

        assertRefused(422, "credits_exceed_wallet", grant);
        assertThat(grant.number("room")).isEqualTo(room.amount());
        assertRefused(422, "credits_exceed_wallet", adjustment);
    }

    @Test
    void a_completed_project_is_refunded_in_parts_and_never_more_than_was_captured() {
        var project = SampleRequests.completedProject(testServer);
        var of = "{\"project\":\"" + project + "\",\"reason\":\"because\"";

        var part = post("/api/refunds", of + ",\"credits\":15}");
        var tooMuch = post("/api/refunds", of + ",\"credits\":26}");
        var rest = post("/api/refunds", of + "}");
        var nothing = post("/api/refunds", of + "}");

        assertThat(part.status()).isEqualTo(201);
        assertThat(part.number("creditsRefunded")).isEqualTo(15);
        assertThat(part.json().get("changed").asBoolean()).isTrue();
        assertRefused(422, "refund_exceeds_capture", tooMuch);
        assertThat(tooMuch.number("refundable")).isEqualTo(25);
        assertThat(rest.number("creditsRefunded")).isEqualTo(25);
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.json().get("changed").asBoolean()).isFalse();
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
    }

    @Test
    void a_running_project_is_not_refunded_and_for_a_failed_one_nothing_is_left_to_do() {
        var project = SampleRequests.runningProject(testServer);
        var body = "{\"project\":\"" + project + "\",\"reason\":\"because\"}";

        assertRefused(409, "not_captured", post("/api/refunds", body));
        client.report(project, "failed");
        assertThat(post("/api/refunds", body).number("creditsRefunded")).isZero();
        assertRefused(404, "not_found", post("/api/refunds", "{\"project\":\"" + UUID.randomUUID()
                + "\",\"reason\":\"because\"}"));
    }

    @Test
    void a_capture_of_a_host_application_is_refunded_by_its_id() {
        var ada = testServer.customer(TestServer.ADA);
        var hold = new TransferId(new UUID(1, 1));
        var capture = new TransferId(new UUID(1, 2));
        testServer.makegood.ledger()
                .hold(hold, ada, new Credits(20), new Subject("chat", new UUID(1, 3)));
        testServer.makegood.ledger().capture(capture, ada, hold, new Credits(20));

        var testResponse =
                post("/api/refunds", "{\"capture\":\"" + capture + "\",\"reason\":\"because\"}");

        assertThat(testResponse.number("creditsRefunded")).isEqualTo(20);
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
        assertRefused(404, "not_found", post("/api/refunds",
                "{\"capture\":\"" + hold + "\",\"reason\":\"because\"}"));
        assertRefused(400, "invalid_request", post("/api/refunds", "{\"capture\":\"" + capture
                + "\",\"project\":\"" + capture + "\",\"reason\":\"because\"}"));
        assertRefused(400, "invalid_request", post("/api/refunds", "{\"reason\":\"because\"}"));
    }

    @Test
    void an_operator_fails_a_project_and_its_credits_are_released() {
        var project = SampleRequests.runningProject(testServer);
        var path = "/api/ops/projects/" + project + "/fail";

        var first = post(path, "{\"reason\":\"it hangs\"}");
        var again = post(path, "{\"reason\":\"it hangs\"}");

        assertThat(first.number("creditsRefunded")).isEqualTo(40);
        assertThat(again.json().get("changed").asBoolean()).isFalse();
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
        assertRefused(409, "already_final",
                post("/api/ops/projects/" + SampleRequests.completedProject(testServer) + "/fail",
                        "{\"reason\":\"it hangs\"}"));
        assertRefused(400, "invalid_request", post(path, "{}"));
    }

    @Test
    void an_operator_retries_a_waiting_project_but_no_running_or_final_one() {
        var waiting = SampleRequests.waitingProject(testServer);
        var reason = "{\"reason\":\"again\"}";

        assertThat(post("/api/ops/projects/" + waiting + "/retry", reason).field("status"))
                .isEqualTo("pending");
        post("/api/ops/projects/" + waiting + "/fail", reason);
        assertRefused(409, "already_final",
                post("/api/ops/projects/" + waiting + "/retry", reason));
        assertRefused(409, "in_use",
                post("/api/ops/projects/" + SampleRequests.runningProject(testServer) + "/retry",
                        reason));
    }

    @Test
    void an_operator_sees_the_projects_of_all_customers() {
        var ofAda = SampleRequests.runningProject(testServer);
        var ofBob = client.generate(TestServer.BOB, "p");

        var all = client.get(Role.OPERATOR, "/api/ops/projects?limit=1").json();
        var rest = client.get(Role.OPERATOR, "/api/ops/projects?limit=1&cursor="
                + all.get("nextCursor").asString()).json();

        assertThat(TestClient.list(all.get("projects"), "projectId"))
                .doesNotContainAnyElementsOf(TestClient.list(rest.get("projects"), "projectId"));
        var both = client.get(Role.OPERATOR, "/api/ops/projects?status=processing").json();
        assertThat(TestClient.list(both.get("projects"), "projectId"))
                .containsExactlyInAnyOrder(ofAda, ofBob);
        assertThat(TestClient.list(both.get("projects"), "customer"))
                .containsExactlyInAnyOrder("app/ada", "app/bob");
    }

    private static List<String> labels(JsonNode page) {
        return page.get("events")
                .valueStream()
                .map(event -> event.get("facts").get("label").asString())
                .toList();
    }

    @Test
    void events_are_read_page_by_page_and_those_of_no_customer_are_the_systems() {
        var events = client.get(Role.OPERATOR, "/api/ops/events?limit=3&customer=system")
                .json();

        var rest = client.get(Role.OPERATOR, "/api/ops/events?limit=3&customer=system&cursor="
                + events.get("nextCursor").asString()).json();
        var all = client.get(Role.OPERATOR, "/api/ops/events?limit=4&customer=system").json();

        assertThat(TestClient.list(all.get("events"), "type")).hasSize(4)
                .containsOnly("key.created");
        assertThat(TestClient.list(all.get("events"), "customer")).containsOnly("system");
        assertThat(labels(events)).hasSize(3);
        assertThat(Stream.of(events, rest).flatMap(page -> labels(page).stream()))
                .containsExactlyElementsOf(labels(all));
        assertThat(client.get(Role.OPERATOR, "/api/ops/events?customer=app/nobody").status())
                .isEqualTo(404);
        assertThat(client.get(Role.OPERATOR, "/api/ops/events?customer=nobody").status())
                .isEqualTo(400);
    }
}
