package dev.makegood.http.routes.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerRoutesTest {

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.close();
    }

    @Test
    void a_customer_is_created_by_the_first_request_that_succeeds() {
        assertThat(client.get(TestServer.ADA, "/api/user/balance?nonsense").status())
                .isEqualTo(400);
        assertThat(testServer.isUnknown(TestServer.ADA)).isTrue();

        assertThat(client.get(TestServer.ADA, "/api/user/balance").text())
                .isEqualTo("{\"available\":60,\"held\":0,\"debt\":0,\"expiring\":[]}");
        assertThat(testServer.isUnknown(TestServer.ADA)).isFalse();
    }

    @Test
    void a_balance_says_what_expires_and_when() {
        client.get(TestServer.ADA, "/api/user/balance");
        client.post(Role.OPERATOR, "/api/grants", "{\"customer\":\"app/ada\",\"credits\":5,"
                + "\"source\":\"promotion\",\"reason\":\"spring\","
                + "\"expiresAt\":\"2026-03-01T01:00:00+01:00\"}");

        var expiring = client.get(TestServer.ADA, "/api/user/balance").json().at("/expiring/0");

        assertThat(expiring.toString())
                .isEqualTo("{\"credits\":5,\"expiresAt\":\"2026-03-01T00:00:00Z\"}");
    }

    @Test
    void a_statement_says_what_each_line_was_for() {
        var project = client.generate(TestServer.ADA, "p");
        client.report(project, "failed");

        var lines = client.get(TestServer.ADA, "/api/user/transactions").json().get("transactions");

        assertThat(TestClient.list(lines, "kind")).containsExactly("release", "hold", "grant");
        assertThat(TestClient.list(lines, "change")).containsExactly("40", "-40", "60");
        assertThat(lines.get(0).get("projectId").asString()).isEqualTo(project);
        assertThat(lines.get(1).get("balance").toString())
                .isEqualTo("{\"available\":20,\"held\":40,\"debt\":0}");
        assertThat(lines.get(2).get("projectId").isNull()).isTrue();
    }

    @Test
    void a_statement_is_read_page_by_page() {
        client.report(client.generate(TestServer.ADA, "p"), "failed");
        client.report(client.generate(TestServer.ADA, "p"), "failed");

        var seen = new ArrayList<String>();
        var page = client.get(TestServer.ADA, "/api/user/transactions?limit=2").json();
        while (!page.get("nextCursor").isNull()) {
            seen.addAll(TestClient.list(page.get("transactions"), "sequence"));
            page = client.get(TestServer.ADA, "/api/user/transactions?limit=2&cursor="
                    + page.get("nextCursor").asString()).json();
        }
        seen.addAll(TestClient.list(page.get("transactions"), "sequence"));

        assertThat(seen).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void a_history_is_read_by_status_page_by_page_with_its_figures() {
        testServer.customer(TestServer.ADA, 1_000);
        var projects = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            testServer.advance(Duration.ofSeconds(1));
            projects.addFirst(client.generate(TestServer.ADA, "p" + i));
        }
        client.report(projects.get(1), "completed");
        client.report(projects.get(3), "failed");

        var path = "/api/user/projects?status=completed&status=failed&includeStats=true&limit=1";
        var first = client.get(TestServer.ADA, path).json();
        var second =
                client.get(TestServer.ADA, path + "&cursor=" + first.get("nextCursor").asString())
                        .json();

        assertThat(TestClient.list(first.get("projects"), "projectId"))
                .containsExactly(projects.get(1));
        assertThat(TestClient.list(second.get("projects"), "projectId"))
                .containsExactly(projects.get(3));
        assertThat(first.get("stats").toString()).isEqualTo("{\"total\":5,\"pending\":0,"
                + "\"processing\":3,\"completed\":1,\"failed\":1,\"creditsUsed\":200,"
                + "\"creditsRefunded\":40}");
        assertThat(TestClient.list(
                client.get(TestServer.ADA, "/api/user/projects").json().get("projects"),
                "projectId")).isEqualTo(projects);
        assertThat(client.get(TestServer.ADA, "/api/user/projects").json().has("stats")).isFalse();
    }

    @Test
    void a_project_tells_what_was_ordered() {
        var project = client.post(TestServer.ADA, "/api/story-editor/generate",
                "{\"prompt\":\"a cat\",\"aspectRatio\":\"9:16\",\"metadata\":{ \"a\":1.0}}")
                .field("projectId");

        var details = client.get(TestServer.ADA, "/api/projects/" + project);

        assertThat(details.field("prompt")).isEqualTo("a cat");
        assertThat(details.field("inputs/aspectRatio")).isEqualTo("9:16");
        assertThat(details.field("multipliers/0")).isEqualTo("standard");
        assertThat(details.text()).contains("\"metadata\":{ \"a\":1.0}");
    }

    @Test
    void a_project_that_its_pipeline_can_stop_is_cancelled_once() {
        var project = client.generate(TestServer.ADA, "#stoppable");
        var path = "/api/projects/" + project + "/cancel";

        var first = client.post(TestServer.ADA, path, "");
        var again = client.post(TestServer.ADA, path, "{\"reason\":\"still\"}");

        assertThat(first.text()).isEqualTo("{\"projectId\":\"" + project
                + "\",\"status\":\"failed\",\"creditsRefunded\":40,\"changed\":true}");
        assertThat(again.json().get("changed").asBoolean()).isFalse();
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
        assertThat(client.get(TestServer.ADA, "/api/projects/" + project).field("failureReason"))
                .isEqualTo("cancelled");
    }

    @Test
    void what_cannot_be_stopped_or_is_final_is_not_cancelled() {
        var running = client.generate(TestServer.ADA, "p");

        var cannot = client.post(TestServer.ADA, "/api/projects/" + running + "/cancel", "{}");
        client.report(running, "completed");
        var late = client.post(TestServer.ADA, "/api/projects/" + running + "/cancel", "{}");

        assertThat(cannot.status()).isEqualTo(409);
        assertThat(cannot.field("code")).isEqualTo("cannot_cancel");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.field("code")).isEqualTo("already_final");
    }

    @Test
    void a_customer_must_be_named_once_and_validly() {
        for (var name : List.of("", "ada", "App/ada", "app/", "app/a b", "/ada")) {
            var testResponse = client.get(name, "/api/user/balance");
            assertThat(testResponse.status()).as(name).isEqualTo(400);
            assertThat(testResponse.field("errors/0/field")).isEqualTo("Makegood-Customer");
        }
        assertThat(client.get(Role.APP, "/api/user/balance").status()).isEqualTo(400);
        var twice = client.as(Role.APP, "/api/user/balance")
                .header("Makegood-Customer", TestServer.ADA)
                .header("Makegood-Customer", TestServer.BOB)
                .GET();
        assertThat(client.send(twice).status()).isEqualTo(400);
    }

    @Test
    void an_operator_reads_everything_and_creates_no_customer() {
        var project = client.generate(TestServer.ADA, "p");

        var balance = client.send(client.as(Role.OPERATOR, "/api/user/balance")
                .header("Makegood-Customer", TestServer.ADA)
                .GET());
        var read = client.send(client.as(Role.OPERATOR, "/api/projects/" + project)
                .header("Makegood-Customer", TestServer.ADA)
                .GET());
        var unknown = client.send(client.as(Role.OPERATOR, "/api/user/balance")
                .header("Makegood-Customer", TestServer.BOB)
                .GET());

        assertThat(balance.number("held")).isEqualTo(40);
        assertThat(read.status()).isEqualTo(200);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(testServer.isUnknown(TestServer.BOB)).isTrue();
    }
}
