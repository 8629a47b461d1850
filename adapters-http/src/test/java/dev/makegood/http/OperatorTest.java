package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.Calls.Got;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorTest {

    private static final String ADA = "{\"customer\":\"app/ada\",\"reason\":\"because\",";

    private final Stage stage = new Stage();
    private final Calls http = stage.http;

    @BeforeEach
    void ada() {
        http.get(Stage.ADA, "/api/user/balance");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private Got asked(String path, String body) {
        return http.post(Role.OPERATOR, path, body);
    }

    private void refused(int status, String code, Got got) {
        assertThat(got.status()).as(got.text()).isEqualTo(status);
        assertThat(got.at("code")).isEqualTo(code);
    }

    @Test
    void a_grant_is_given_and_told_with_its_reason() {
        var got = asked("/api/grants", ADA + "\"credits\":100,\"source\":\"compensation\"}");

        assertThat(got.status()).isEqualTo(201);
        assertThat(got.text()).isEqualTo("{\"grantId\":\"" + got.at("grantId")
                + "\",\"credits\":100,\"balance\":{\"available\":160,\"held\":0}}");
        var events = http.get(Role.OPERATOR, "/api/ops/events?customer=app/ada").json();
        var facts = events.at("/events/1/facts");
        assertThat(facts.get("reason").asString()).isEqualTo("because");
        assertThat(facts.get("actor").asString()).startsWith("operator:");
    }

    @Test
    void a_grant_is_refused_for_whatever_makes_no_sense() {
        refused(404, "not_found", asked("/api/grants", "{\"customer\":\"app/nobody\",\"credits\":1,"
                + "\"source\":\"promotion\",\"reason\":\"r\"}"));
        for (var rest : new String[] {"\"credits\":0,\"source\":\"promotion\"}",
                "\"credits\":1,\"source\":\"purchase\"}", "\"credits\":1,\"source\":\"signup\"}",
                "\"credits\":1,\"source\":\"promotion\",\"priority\":101}",
                "\"credits\":1,\"source\":\"promotion\",\"expiresAt\":\"2025-01-01T00:00:00Z\"}",
                "\"credits\":1,\"source\":\"promotion\",\"expiresAt\":\"9999-12-31T00:00:00Z\"}",
                "\"credits\":1,\"source\":\"promotion\",\"expiresAt\":\"tomorrow\"}",
                "\"credits\":9223372036854775807,\"source\":\"promotion\"}"}) {
            refused(400, "invalid_request", asked("/api/grants", ADA + rest));
        }
        refused(400, "invalid_request", asked("/api/grants",
                "{\"customer\":\"app/ada\",\"credits\":1,\"source\":\"promotion\","
                        + "\"reason\":\"two\\nlines\"}"));
    }

    @Test
    void an_adjustment_is_a_difference() {
        var up = asked("/api/adjustments", ADA + "\"credits\":7}");
        var down = asked("/api/adjustments", ADA + "\"credits\":-60}");
        var tooMuch = asked("/api/adjustments", ADA + "\"credits\":-8}");

        assertThat(up.number("balance/available")).isEqualTo(67);
        assertThat(down.number("balance/available")).isEqualTo(7);
        refused(422, "adjustment_exceeds_available", tooMuch);
        assertThat(tooMuch.number("available")).isEqualTo(7);
        refused(400, "invalid_request", asked("/api/adjustments", ADA + "\"credits\":0}"));
    }

    @Test
    void a_completed_project_is_refunded_in_parts_and_never_more_than_was_captured() {
        var project = Samples.completed(stage);
        var of = "{\"project\":\"" + project + "\",\"reason\":\"because\"";

        var part = asked("/api/refunds", of + ",\"credits\":15}");
        var tooMuch = asked("/api/refunds", of + ",\"credits\":26}");
        var rest = asked("/api/refunds", of + "}");
        var nothing = asked("/api/refunds", of + "}");

        assertThat(part.status()).isEqualTo(201);
        assertThat(part.number("creditsRefunded")).isEqualTo(15);
        assertThat(part.json().get("changed").asBoolean()).isTrue();
        refused(422, "refund_exceeds_capture", tooMuch);
        assertThat(tooMuch.number("left")).isEqualTo(25);
        assertThat(rest.number("creditsRefunded")).isEqualTo(25);
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.json().get("changed").asBoolean()).isFalse();
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
    }

    @Test
    void a_running_project_is_not_refunded_and_a_failed_one_is_done() {
        var project = Samples.running(stage);
        var body = "{\"project\":\"" + project + "\",\"reason\":\"because\"}";

        refused(409, "not_captured", asked("/api/refunds", body));
        http.reported(project, "failed");
        assertThat(asked("/api/refunds", body).number("creditsRefunded")).isZero();
        refused(404, "not_found", asked("/api/refunds", "{\"project\":\"" + UUID.randomUUID()
                + "\",\"reason\":\"because\"}"));
    }

    @Test
    void a_capture_of_the_hosts_own_is_refunded_by_its_id() {
        var ada = stage.customer(Stage.ADA);
        var hold = new TransferId(new UUID(1, 1));
        var capture = new TransferId(new UUID(1, 2));
        stage.makegood.ledger().hold(hold, ada, new Credits(20), new About("chat", new UUID(1, 3)));
        stage.makegood.ledger().capture(capture, ada, hold, new Credits(20));

        var got = asked("/api/refunds", "{\"capture\":\"" + capture + "\",\"reason\":\"because\"}");

        assertThat(got.number("creditsRefunded")).isEqualTo(20);
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
        refused(404, "not_found", asked("/api/refunds",
                "{\"capture\":\"" + hold + "\",\"reason\":\"because\"}"));
        refused(400, "invalid_request", asked("/api/refunds", "{\"capture\":\"" + capture
                + "\",\"project\":\"" + capture + "\",\"reason\":\"because\"}"));
        refused(400, "invalid_request", asked("/api/refunds", "{\"reason\":\"because\"}"));
    }

    @Test
    void an_operator_lets_a_project_fail_and_its_credits_are_back() {
        var project = Samples.running(stage);
        var path = "/api/ops/projects/" + project + "/fail";

        var first = asked(path, "{\"reason\":\"it hangs\"}");
        var again = asked(path, "{\"reason\":\"it hangs\"}");

        assertThat(first.number("creditsRefunded")).isEqualTo(40);
        assertThat(again.json().get("changed").asBoolean()).isFalse();
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
        refused(409, "already_final",
                asked("/api/ops/projects/" + Samples.completed(stage) + "/fail",
                        "{\"reason\":\"it hangs\"}"));
        refused(400, "invalid_request", asked(path, "{}"));
    }

    @Test
    void an_operator_tries_again_what_waits_and_nothing_that_runs_or_ended() {
        var waiting = Samples.waiting(stage);
        var reason = "{\"reason\":\"again\"}";

        assertThat(asked("/api/ops/projects/" + waiting + "/retry", reason).at("status"))
                .isEqualTo("pending");
        asked("/api/ops/projects/" + waiting + "/fail", reason);
        refused(409, "already_final", asked("/api/ops/projects/" + waiting + "/retry", reason));
        refused(409, "in_use",
                asked("/api/ops/projects/" + Samples.running(stage) + "/retry", reason));
    }

    @Test
    void an_operator_sees_everybodys_projects() {
        var ofAda = Samples.running(stage);
        var ofBob = http.generated(Stage.BOB, "p");

        var all = http.get(Role.OPERATOR, "/api/ops/projects?limit=1").json();
        var rest = http.get(Role.OPERATOR, "/api/ops/projects?limit=1&cursor="
                + all.get("nextCursor").asString()).json();

        assertThat(Calls.list(all.get("projects"), "projectId"))
                .doesNotContainAnyElementsOf(Calls.list(rest.get("projects"), "projectId"));
        var both = http.get(Role.OPERATOR, "/api/ops/projects?status=processing").json();
        assertThat(Calls.list(both.get("projects"), "projectId"))
                .containsExactlyInAnyOrder(ofAda, ofBob);
        assertThat(Calls.list(both.get("projects"), "customer"))
                .containsExactlyInAnyOrder("app/ada", "app/bob");
    }

    @Test
    void events_are_read_page_by_page_and_those_of_nobody_are_the_houses() {
        var house = http.get(Role.OPERATOR, "/api/ops/events?limit=3").json();

        assertThat(Calls.list(house.get("events"), "type")).containsOnly("key.created");
        assertThat(Calls.list(http.get(Role.OPERATOR, "/api/ops/events?limit=3&customer=house"
                + "&cursor=" + house.get("nextCursor").asString()).json().get("events"),
                "sequence")).containsExactly("4");
        assertThat(http.get(Role.OPERATOR, "/api/ops/events?customer=app/nobody").status())
                .isEqualTo(404);
        assertThat(http.get(Role.OPERATOR, "/api/ops/events?customer=nobody").status())
                .isEqualTo(400);
    }
}
