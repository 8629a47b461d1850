package dev.makegood.http.routes.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.SampleRequests;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import dev.makegood.project.ProjectId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator does all day: looks at a customer, at what happened last, and helps somebody new. */
class OperatorsDayTest {

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.close();
    }

    private TestResponse get(String path) {
        return client.get(Role.OPERATOR, path);
    }

    private TestResponse grant(String rest) {
        return client.post(Role.OPERATOR, "/api/grants",
                "{\"customer\":\"app/new\",\"credits\":7,\"source\":\"compensation\","
                        + "\"reason\":\"sorry\"" + rest + "}");
    }

    @Test
    void a_customer_is_read_by_id_with_everything_that_is_asked_first() {
        client.report(client.generate(TestServer.ADA, "p"), "completed");
        var ada = testServer.customer(TestServer.ADA);

        var customer = get("/api/ops/customers/" + ada);

        assertThat(customer.status()).as(customer.text()).isEqualTo(200);
        assertThat(customer.field("customerId")).isEqualTo(ada.toString());
        assertThat(customer.field("customer")).isEqualTo(TestServer.ADA);
        assertThat(customer.field("createdAt")).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(customer.number("balance/available")).isEqualTo(20);
        assertThat(customer.number("projects/completed")).isEqualTo(1);
        assertThat(customer.number("projects/creditsUsed")).isEqualTo(40);
        assertThat(get("/api/ops/customers/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(get("/api/ops/customers/app-ada").status()).isEqualTo(400);
    }

    @Test
    void the_events_of_everybody_come_the_newest_first() {
        testServer.advance(Duration.ofMinutes(1));
        client.get(TestServer.ADA, "/api/user/balance");
        testServer.advance(Duration.ofMinutes(1));
        client.get(TestServer.BOB, "/api/user/balance");

        var newest = get("/api/ops/events?limit=1");
        var next = get("/api/ops/events?limit=1&cursor=" + newest.field("nextCursor"));
        var rest = get("/api/ops/events?cursor=" + next.field("nextCursor"));

        assertThat(newest.field("events/0/customer")).as(newest.text()).isEqualTo(TestServer.BOB);
        assertThat(newest.field("events/0/type")).isEqualTo("credits.granted");
        assertThat(next.field("events/0/customer")).isEqualTo(TestServer.ADA);
        assertThat(TestClient.list(rest.json().get("events"), "type")).hasSize(Role.values().length)
                .containsOnly("key.created");
        assertThat(TestClient.list(rest.json().get("events"), "customer")).containsOnly("system");
    }

    @Test
    void a_grant_creates_a_customer_only_if_it_says_so() {
        var without = grant("");

        assertThat(without.status()).isEqualTo(404);
        assertThat(without.field("detail")).contains("app/new", "\"new\": true");
        assertThat(testServer.isUnknown("app/new")).isTrue();
        var with = grant(",\"new\":true");
        assertThat(with.status()).as(with.text()).isEqualTo(201);
        assertThat(with.number("balance/available")).isEqualTo(67);
        assertThat(grant(",\"new\":true").number("balance/available")).isEqualTo(74);
        assertThat(grant(",\"new\":1").status()).isEqualTo(400);
    }

    @Test
    void an_invalid_grant_creates_nobody() {
        assertThat(grant(",\"new\":true,\"priority\":101").status()).isEqualTo(400);

        assertThat(testServer.isUnknown("app/new")).isTrue();
    }

    @Test
    void anything_is_found_by_what_a_person_has_in_hand() {
        var payment = client.post(TestServer.ADA, "/api/payments", "{\"pack\":\"starter\"}")
                .field("paymentId");
        var project = client.generate(TestServer.BOB, "p");

        assertThat(get("/api/ops/search?q=ada").field("found/0/customer"))
                .isEqualTo(TestServer.ADA);
        assertThat(get("/api/ops/search?q=cs_" + payment).text()).contains(
                "\"kind\":\"payment\",\"id\":\"" + payment + "\",\"customer\":\"app/ada\"",
                "\"status\":\"pending\",\"about\":\"199.00 RUB by fake\"");
        assertThat(get("/api/ops/search?q=" + project).text()).contains(
                "\"kind\":\"project\"", "\"about\":\"story-editor/project-video\"",
                "\"customer\":\"app/bob\"");
        assertThat(get("/api/ops/search?q=nothing").text()).isEqualTo("{\"found\":[]}");
        assertThat(get("/api/ops/search").status()).isEqualTo(400);
        assertThat(get("/api/ops/search?q=" + "x".repeat(256)).status()).isEqualTo(400);
    }

    @Test
    void lists_are_filtered_and_every_line_says_who_acted() {
        var first = client.generate(TestServer.ADA, "p");
        testServer.advance(Duration.ofHours(2));
        client.generate(TestServer.BOB, "p");
        client.post(Role.OPERATOR, "/api/ops/projects/" + first + "/fail",
                "{\"reason\":\"it hangs\"}");

        var ofAda = get("/api/ops/projects?customer=app/ada");
        assertThat(TestClient.list(ofAda.json().get("projects"), "projectId"))
                .containsExactly(first);
        assertThat(ofAda.field("projects/0/actor")).startsWith("operator:");
        assertThat(get("/api/ops/projects?customer=" + testServer.customer(TestServer.BOB))
                .field("projects/0/actor")).isEqualTo("customer");
        assertThat(TestClient.list(get("/api/ops/projects?olderThan=1h").json().get("projects"),
                "projectId")).containsExactly(first);
        assertThat(TestClient.list(get("/api/ops/projects?from=2026-01-01T13:00:00Z").json()
                .get("projects"), "customer")).containsExactly(TestServer.BOB);
        for (var wrong : new String[] {"customer=nobody", "olderThan=soon", "from=today",
                "olderThan=1h&until=2026-01-01T13:00:00Z"}) {
            assertThat(get("/api/ops/projects?" + wrong).status()).as(wrong).isEqualTo(400);
        }
        assertThat(get("/api/ops/projects?customer=app/nobody").status()).isEqualTo(404);
    }

    @Test
    void a_payment_and_what_it_paid_for_are_listed_by_the_gateways_reference() {
        var request = SampleRequests.newGenerationRequest(testServer, "gemini");
        var payment = testServer.makegood.generations()
                .find(new ProjectId(UUID.fromString(request)))
                .orElseThrow()
                .payment();
        client.post(TestServer.BOB, "/api/payments", "{\"pack\":\"starter\"}");

        var payments = get("/api/ops/payments?gatewayRef=cs_" + payment);
        assertThat(TestClient.list(payments.json().get("payments"), "gatewayRef"))
                .containsExactly("cs_" + payment);
        assertThat(payments.field("payments/0/customer")).isEqualTo(TestServer.ADA);
        assertThat(TestClient.list(get("/api/ops/projects?gatewayRef=cs_" + payment).json()
                .get("projects"), "projectId")).containsExactly(request);
        assertThat(get("/api/ops/payments?status=failed&gatewayRef=cs_" + payment).text())
                .isEqualTo("{\"payments\":[],\"nextCursor\":null}");
        assertThat(TestClient.list(get("/api/ops/payments?customer=app/bob").json()
                .get("payments"), "customer")).containsExactly(TestServer.BOB);
    }

    @Test
    void what_is_stuck_comes_the_oldest_first() {
        var first = client.generate(TestServer.ADA, "#unknown");
        testServer.advance(Duration.ofMinutes(30));
        var second = client.generate(TestServer.BOB, "p");
        testServer.advance(Duration.ofMinutes(61));
        client.generate("app/new", "p");

        assertThat(TestClient.list(get("/api/ops/projects/stuck").json().get("projects"),
                "projectId")).containsExactly(first, second);
        assertThat(TestClient.list(get("/api/ops/projects/stuck?olderThan=90m").json()
                .get("projects"), "projectId")).containsExactly(first);
        var page = get("/api/ops/projects/stuck?limit=1");
        assertThat(get("/api/ops/projects/stuck?limit=1&cursor=" + page.field("nextCursor"))
                .field("projects/0/projectId")).isEqualTo(second);
        assertThat(get("/api/ops/projects/stuck?olderThan=0h").status()).isEqualTo(400);
    }
}
