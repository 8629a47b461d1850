package dev.makegood.http.routes.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators tell the accountant: statements and reports, as JSON and as CSV. */
class OperatorReportsTest {

    private static final String CSV = "text/csv; charset=utf-8";
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

    private TestResponse get(String path) {
        return client.get(Role.OPERATOR, path);
    }

    @Test
    void a_statement_is_streamed_as_csv_and_as_json_and_is_of_a_time() {
        testServer.customer(TestServer.ADA, 1);
        for (int day = 0; day < 3; day++) {
            testServer.advance(Duration.ofDays(1));
            client.post(Role.OPERATOR, "/api/grants", "{\"customer\":\"app/ada\",\"credits\":"
                    + (day + 1) + ",\"source\":\"promotion\",\"reason\":\"=HYPERLINK(1)\"}");
        }
        var path = "/api/ops/customers/" + testServer.customer(TestServer.ADA) + "/statement";

        var csv = client.send(client.as(Role.OPERATOR, path).header("Accept", "text/csv").GET());
        var json = get(path + "?from=2026-01-03T00:00:00Z&to=2026-01-04T00:00:00Z");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().lines()).hasSize(6);
        assertThat(csv.text().lines().findFirst()).contains("transactionId,sequence,kind,credits,"
                + "change,reason,projectId,paymentId,available,held,debt,createdAt");
        assertThat(csv.text()).contains(",grant,3,3,'=HYPERLINK(1),,,67,0,0,2026-01-04T12:00:00Z");
        assertThat(json.status()).as(json.text()).isEqualTo(200);
        assertThat(json.json().get("transactions")).hasSize(1);
        assertThat(json.number("transactions/0/credits")).isEqualTo(2);
        assertThat(json.field("customer")).isEqualTo(TestServer.ADA);
        assertThat(get(path + "?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void a_statement_of_a_thousand_lines_is_complete_and_in_order() {
        var ada = testServer.customer(TestServer.ADA, 1);
        var lines = IntStream.range(0, 250)
                .mapToObj(n -> "app/ada,1,sorry,n-" + n)
                .collect(Collectors.joining("\n"));
        assertThat(grant(CSV, HEADER + lines).text().lines()).hasSize(250);

        var statement = get("/api/ops/customers/" + ada + "/statement").json();

        assertThat(TestClient.list(statement.get("transactions"), "sequence"))
                .isEqualTo(IntStream.rangeClosed(1, 252).mapToObj(Integer::toString).toList());
    }

    @Test
    void a_report_tells_a_month_in_credits_and_money() {
        client.report(client.generate(TestServer.ADA, "p"), "completed");
        var payment = client.post(TestServer.ADA, "/api/payments", "{\"pack\":\"starter\"}")
                .field("paymentId");
        testServer.payAtGateway(payment);

        var report = get("/api/ops/report?from=2026-01-01&to=2026-02-01&by=month");
        var csv = client.send(client
                .as(Role.OPERATOR, "/api/ops/report?from=2026-01-01&to=2026-01-04&by=day")
                .header("Accept", "text/csv")
                .GET());

        assertThat(report.status()).as(report.text()).isEqualTo(200);
        assertThat(report.field("periods/0/from")).isEqualTo("2026-01-01");
        assertThat(report.number("periods/0/granted/signup")).isEqualTo(60);
        assertThat(report.number("periods/0/granted/purchase")).isEqualTo(100);
        assertThat(report.number("periods/0/captured")).isEqualTo(40);
        assertThat(report.number("periods/0/revenue")).isEqualTo(40);
        assertThat(report.number("periods/0/liability")).isEqualTo(140);
        assertThat(report.field("periods/0/money/0/gateway")).isEqualTo("fake");
        assertThat(report.field("periods/0/money/0/received/value")).isEqualTo("199.00");
        assertThat(csv.text()).startsWith("from,to,figure,source,gateway,currency,amount\r\n")
                .contains("2026-01-01,2026-01-02,granted,signup,,,60\r\n",
                        "2026-01-01,2026-01-02,received,,fake,RUB,199.00\r\n",
                        "2026-01-03,2026-01-04,liability,,,,140\r\n");
        for (var wrong : List.of("", "?from=2026-01-01", "?from=2026-02-01&to=2026-01-01",
                "?from=2026-01-01&to=2026-02-01&by=year", "?from=1990-01-01&to=2026-01-01&by=day",
                "?from=soon&to=2026-01-01")) {
            assertThat(get("/api/ops/report" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }
}
