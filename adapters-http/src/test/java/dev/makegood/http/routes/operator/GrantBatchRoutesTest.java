package dev.makegood.http.routes.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators send as files: grants to many. */
class GrantBatchRoutesTest {

    private static final String CSV = "text/csv; charset=utf-8";
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String HEADER = "customer,credits,reason,id\n";

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.close();
    }

    private TestResponse grant(String contentType, String body) {
        return client.send(client.as(Role.OPERATOR, "/api/grants/batch")
                .setHeader("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void a_list_is_granted_with_an_answer_for_each_line_and_again_changes_nothing() {
        testServer.customer(TestServer.ADA, 1);
        testServer.customer(TestServer.BOB, 1);
        var list = HEADER + "app/ada,5,\"sorry, again\",june-1\n\napp/bob,7,sorry,june-2\n";

        var first = grant(CSV, list);
        var again = grant(CSV, list);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("Content-Type")).isEqualTo(JSON_LINES);
        assertThat(first.text().lines()).hasSize(2)
                .first()
                .asString()
                .matches("\\{\"line\":2,\"id\":\"june-1\",\"customer\":\"app/ada\",\"credits\":5,"
                        + "\"grantId\":\"[0-9a-f-]{36}\",\"changed\":true}");
        assertThat(first.text().lines().skip(1).findFirst().orElse("")).contains("\"line\":4");
        assertThat(again.text()).isEqualTo(first.text().replace("true", "false"));
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(66);
        assertThat(testServer.available(TestServer.BOB)).isEqualTo(68);
        assertThat(client.get(Role.OPERATOR, "/api/ops/events?customer=app/ada").text()).contains(
                "sorry, again",
                "operator:");
    }

    @Test
    void json_lines_say_the_same() {
        testServer.customer(TestServer.ADA, 1);

        var granted = grant(JSON_LINES, """
                {"customer":"app/ada","credits":5,"reason":"sorry","id":"a"}
                {"customer":"app/new","new":true,"credits":6,"reason":"hi","id":"b",\
                "source":"promotion"}
                """);

        assertThat(granted.text().lines()).as(granted.text()).hasSize(2);
        assertThat(testServer.available("app/new")).isEqualTo(66);
    }

    @Test
    void nothing_is_granted_if_any_line_is_wrong_and_each_is_named() {
        testServer.customer(TestServer.ADA, 1);

        var refused = grant(CSV, HEADER + "app/ada,5,sorry,a\napp/nobody,5,sorry,b\n"
                + "app/ada,-5,,c\napp/ada,1,sorry,a\nada,1,sorry\n");

        assertThat(refused.status()).isEqualTo(400);
        var errors = refused.json().get("errors");
        assertThat(TestClient.list(errors, "field")).containsExactly("line 3", "line 4", "line 4",
                "line 5", "line 6");
        assertThat(errors.get(0).get("problem").asString()).contains("app/nobody", "new");
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(61);
        for (var wrong : new String[] {"", HEADER, "customer,credits\napp/ada,5\n",
                HEADER + "app/ada,5,so\u0000rry,a\n", HEADER + "app/ada,\u0661,sorry,a\n"}) {
            assertThat(grant(CSV, wrong).status()).as(wrong).isEqualTo(400);
        }
        assertThat(grant(JSON_LINES, "{\"customer\":\"app/ada\"}\n[]\n").text())
                .contains("line 1", "line 2");
        assertThat(grant("application/json", "{}").field("errors/0/field"))
                .isEqualTo("Content-Type");
    }

    @Test
    void an_own_id_stands_for_one_grant_only() {
        testServer.customer(TestServer.ADA, 1);
        testServer.customer(TestServer.BOB, 1);
        grant(CSV, HEADER + "app/ada,5,sorry,a\n");

        assertThat(grant(CSV, HEADER + "app/bob,5,sorry,a\n").text())
                .contains("the id a was used before");
        assertThat(grant(CSV, HEADER + "app/ada,6,sorry,a\n").status()).isEqualTo(400);
        assertThat(testServer.available(TestServer.BOB)).isEqualTo(61);
    }
}
