package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerTest {

    private final Stage stage = new Stage();
    private final Calls http = stage.http;

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void a_newcomer_is_welcomed_by_the_first_request_that_succeeds() {
        assertThat(http.get(Stage.ADA, "/api/user/balance?nonsense").status()).isEqualTo(400);
        assertThat(stage.isStranger(Stage.ADA)).isTrue();

        assertThat(http.get(Stage.ADA, "/api/user/balance").text())
                .isEqualTo("{\"available\":60,\"held\":0,\"debt\":0,\"expiring\":[]}");
        assertThat(stage.isStranger(Stage.ADA)).isFalse();
    }

    @Test
    void a_balance_says_what_expires_and_when() {
        http.get(Stage.ADA, "/api/user/balance");
        http.post(Role.OPERATOR, "/api/grants", "{\"customer\":\"app/ada\",\"credits\":5,"
                + "\"source\":\"promotion\",\"reason\":\"spring\","
                + "\"expiresAt\":\"2026-03-01T01:00:00+01:00\"}");

        var expiring = http.get(Stage.ADA, "/api/user/balance").json().at("/expiring/0");

        assertThat(expiring.toString())
                .isEqualTo("{\"credits\":5,\"expiresAt\":\"2026-03-01T00:00:00Z\"}");
    }

    @Test
    void a_statement_says_what_each_line_was_for() {
        var project = http.generated(Stage.ADA, "p");
        http.reported(project, "failed");

        var lines = http.get(Stage.ADA, "/api/user/transactions").json().get("transactions");

        assertThat(Calls.list(lines, "kind")).containsExactly("release", "hold", "grant");
        assertThat(Calls.list(lines, "change")).containsExactly("40", "-40", "60");
        assertThat(lines.get(0).get("projectId").asString()).isEqualTo(project);
        assertThat(lines.get(1).get("balance").toString())
                .isEqualTo("{\"available\":20,\"held\":40,\"debt\":0}");
        assertThat(lines.get(2).get("projectId").isNull()).isTrue();
    }

    @Test
    void a_statement_is_read_page_by_page() {
        http.reported(http.generated(Stage.ADA, "p"), "failed");
        http.reported(http.generated(Stage.ADA, "p"), "failed");

        var seen = new ArrayList<String>();
        var page = http.get(Stage.ADA, "/api/user/transactions?limit=2").json();
        while (!page.get("nextCursor").isNull()) {
            seen.addAll(Calls.list(page.get("transactions"), "sequence"));
            page = http.get(Stage.ADA, "/api/user/transactions?limit=2&cursor="
                    + page.get("nextCursor").asString()).json();
        }
        seen.addAll(Calls.list(page.get("transactions"), "sequence"));

        assertThat(seen).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void a_history_is_read_by_status_page_by_page_with_its_figures() {
        stage.customer(Stage.ADA, 1_000);
        var projects = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            stage.pass(Duration.ofSeconds(1));
            projects.addFirst(http.generated(Stage.ADA, "p" + i));
        }
        http.reported(projects.get(1), "completed");
        http.reported(projects.get(3), "failed");

        var path = "/api/user/projects?status=completed&status=failed&includeStats=true&limit=1";
        var first = http.get(Stage.ADA, path).json();
        var second = http.get(Stage.ADA, path + "&cursor=" + first.get("nextCursor").asString())
                .json();

        assertThat(Calls.list(first.get("projects"), "projectId")).containsExactly(projects.get(1));
        assertThat(Calls.list(second.get("projects"), "projectId"))
                .containsExactly(projects.get(3));
        assertThat(first.get("stats").toString()).isEqualTo("{\"total\":5,\"pending\":0,"
                + "\"processing\":3,\"completed\":1,\"failed\":1,\"creditsUsed\":200,"
                + "\"creditsRefunded\":40}");
        assertThat(Calls.list(http.get(Stage.ADA, "/api/user/projects").json().get("projects"),
                "projectId")).isEqualTo(projects);
        assertThat(http.get(Stage.ADA, "/api/user/projects").json().has("stats")).isFalse();
    }

    @Test
    void a_project_tells_what_was_ordered() {
        var project = http.post(Stage.ADA, "/api/story-editor/generate",
                "{\"prompt\":\"a cat\",\"aspectRatio\":\"9:16\",\"metadata\":{ \"a\":1.0}}")
                .at("projectId");

        var details = http.get(Stage.ADA, "/api/projects/" + project);

        assertThat(details.at("prompt")).isEqualTo("a cat");
        assertThat(details.at("inputs/aspectRatio")).isEqualTo("9:16");
        assertThat(details.at("multipliers/0")).isEqualTo("standard");
        assertThat(details.text()).contains("\"metadata\":{ \"a\":1.0}");
    }

    @Test
    void a_project_that_its_pipeline_can_stop_is_cancelled_once() {
        var project = http.generated(Stage.ADA, "#stoppable");
        var path = "/api/projects/" + project + "/cancel";

        var first = http.post(Stage.ADA, path, "");
        var again = http.post(Stage.ADA, path, "{\"reason\":\"still\"}");

        assertThat(first.text()).isEqualTo("{\"projectId\":\"" + project
                + "\",\"status\":\"failed\",\"creditsRefunded\":40,\"changed\":true}");
        assertThat(again.json().get("changed").asBoolean()).isFalse();
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
        assertThat(http.get(Stage.ADA, "/api/projects/" + project).at("failureReason"))
                .isEqualTo("cancelled");
    }

    @Test
    void what_cannot_be_stopped_or_ended_before_is_not_cancelled() {
        var running = http.generated(Stage.ADA, "p");

        var cannot = http.post(Stage.ADA, "/api/projects/" + running + "/cancel", "{}");
        http.reported(running, "completed");
        var late = http.post(Stage.ADA, "/api/projects/" + running + "/cancel", "{}");

        assertThat(cannot.status()).isEqualTo(409);
        assertThat(cannot.at("code")).isEqualTo("cannot_cancel");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("code")).isEqualTo("already_final");
    }

    @Test
    void whoever_is_not_named_or_not_well_is_refused() {
        for (var name : List.of("", "ada", "App/ada", "app/", "app/a b", "/ada")) {
            var got = http.get(name, "/api/user/balance");
            assertThat(got.status()).as(name).isEqualTo(400);
            assertThat(got.at("errors/0/field")).isEqualTo("Makegood-Customer");
        }
        assertThat(http.get(Role.APP, "/api/user/balance").status()).isEqualTo(400);
        var twice = http.as(Role.APP, "/api/user/balance")
                .header("Makegood-Customer", Stage.ADA)
                .header("Makegood-Customer", Stage.BOB)
                .GET();
        assertThat(http.send(twice).status()).isEqualTo(400);
    }

    @Test
    void an_operator_reads_everything_and_welcomes_nobody() {
        var project = http.generated(Stage.ADA, "p");

        var balance = http.send(http.as(Role.OPERATOR, "/api/user/balance")
                .header("Makegood-Customer", Stage.ADA)
                .GET());
        var read = http.send(http.as(Role.OPERATOR, "/api/projects/" + project)
                .header("Makegood-Customer", Stage.ADA)
                .GET());
        var stranger = http.send(http.as(Role.OPERATOR, "/api/user/balance")
                .header("Makegood-Customer", Stage.BOB)
                .GET());

        assertThat(balance.number("held")).isEqualTo(40);
        assertThat(read.status()).isEqualTo(200);
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stage.isStranger(Stage.BOB)).isTrue();
    }
}
