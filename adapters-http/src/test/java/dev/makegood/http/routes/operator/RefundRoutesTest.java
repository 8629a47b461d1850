package dev.makegood.http.routes.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import dev.makegood.money.Money;
import dev.makegood.project.ProjectId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator refunds a payment: in part, in full, once. */
class RefundRoutesTest {

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.close();
    }

    private String newPayment() {
        return client.post(TestServer.ADA, "/api/payments", "{\"pack\":\"starter\"}")
                .field("paymentId");
    }

    private String newPaidPayment() {
        var payment = newPayment();
        testServer.payAtGateway(payment);
        return payment;
    }

    private TestResponse refund(String payment, String more, String... headers) {
        return client.post(Role.OPERATOR, "/api/refunds",
                "{\"payment\":\"" + payment + "\",\"reason\":\"blurred\"" + more + "}", headers);
    }

    private static String amount(String value, String currency) {
        return ",\"amount\":{\"value\":\"" + value + "\",\"currency\":\"" + currency + "\"}";
    }

    @Test
    void a_project_that_was_paid_with_money_is_refunded_as_money_once() {
        testServer.setCalculation("example.com");
        var project = client.post(TestServer.ADA, "/api/generation-requests",
                "{\"hostname\":\"example.com\",\"provider\":\"gemini\"}")
                .field("generationRequestId");
        testServer.payAtGateway(paymentOf(project));
        testServer.runDueTasks();
        client.report(project, "completed");
        var body = "{\"project\":\"" + project + "\",\"reason\":\"blurred\"";

        var credits = client.post(Role.OPERATOR, "/api/refunds", body + ",\"credits\":5}");
        var first = client.post(Role.OPERATOR, "/api/refunds", body + "}");
        var second = client.post(Role.OPERATOR, "/api/refunds", body + "}");
        testServer.runDueTasks();

        assertThat(credits.status()).as(credits.text()).isEqualTo(422);
        assertThat(credits.field("detail")).contains(paymentOf(project));
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.field("amountRefunded/value")).isEqualTo("1148.18");
        assertThat(second.json().get("changed").asBoolean()).isFalse();
        assertThat(testServer.gateway.refunds()).hasSize(1);
    }

    @Test
    void what_was_paid_otherwise_than_billed_is_accepted_with_its_share_once() {
        var payment = newPayment();
        testServer.payAtGateway(payment, Money.of(9_950, "RUB"));
        var path = "/api/ops/payments/" + payment + "/accept";

        var first = client.post(Role.OPERATOR, path, "{\"reason\":\"the bank kept half\"}");
        var again = client.post(Role.OPERATOR, path, "{\"reason\":\"the bank kept half\"}");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.field("status")).isEqualTo("succeeded");
        assertThat(first.field("paid/value")).isEqualTo("99.50");
        assertThat(first.json().at("/pack/credits").asLong()).isEqualTo(50);
        assertThat(first.json().path("changed").asBoolean()).isTrue();
        assertThat(again.json().path("changed").asBoolean()).isFalse();
        assertThat(client.post(Role.OPERATOR, "/api/ops/payments/" + newPaidPayment() + "/accept",
                "{\"reason\":\"x\"}").field("code")).isEqualTo("cannot_accept");
    }

    @Test
    void what_was_paid_otherwise_than_billed_is_refunded_too() {
        var payment = newPayment();
        testServer.payAtGateway(payment, Money.of(9_950, "RUB"));

        var refunded = refund(payment, "");
        testServer.runDueTasks();

        assertThat(refunded.field("amountRefunded/value")).isEqualTo("99.50");
        assertThat(testServer.gateway.refunds()).hasSize(1);
        assertThat(refund(payment, "").json().path("changed").asBoolean()).isFalse();
    }

    private String paymentOf(String project) {
        return testServer.makegood.generations()
                .find(new ProjectId(UUID.fromString(project)))
                .orElseThrow()
                .payment()
                .toString();
    }

    @Test
    void a_part_is_refunded_and_then_the_rest() {
        var payment = newPaidPayment();

        var part = refund(payment, amount("99.50", "RUB"));
        var rest = refund(payment, "");
        var nothing = refund(payment, "");
        testServer.runDueTasks();

        assertThat(part.status()).as(part.text()).isEqualTo(201);
        assertThat(part.field("amountRefunded/value")).isEqualTo("99.50");
        assertThat(part.json().get("changed").asBoolean()).isTrue();
        assertThat(rest.field("amountRefunded/value")).isEqualTo("99.50");
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.json().get("changed").asBoolean()).isFalse();
        assertThat(testServer.gateway.refunds()).hasSize(2);
        assertThat(client.get(TestServer.ADA, "/api/payments/" + payment).field("refunded/value"))
                .isEqualTo("199.00");
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
    }

    @Test
    void the_same_key_refunds_once() {
        var payment = newPaidPayment();

        var first = refund(payment, amount("10.00", "RUB"), "Idempotency-Key", "k");
        var again = refund(payment, amount("10.00", "RUB"), "Idempotency-Key", "k");
        testServer.runDueTasks();

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(testServer.gateway.refunds()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"199.01,RUB", "1.00,EUR", "99999999.00,RUB"})
    void more_than_was_paid_or_other_money_is_refused(String value, String currency) {
        var payment = newPaidPayment();

        var testResponse = refund(payment, amount(value, currency));

        assertThat(testResponse.status()).isEqualTo(422);
        assertThat(testResponse.field("code")).isEqualTo("refund_exceeds_payment");
        assertThat(testResponse.field("refundable/value")).isEqualTo("199.00");
    }

    @Test
    void an_unpaid_payment_cannot_be_refunded() {
        var testResponse = refund(newPayment(), "");

        assertThat(testResponse.status()).isEqualTo(409);
        assertThat(testResponse.field("code")).isEqualTo("not_captured");
        assertThat(refund("00000000-0000-0000-0000-000000000000", "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "'credits':5 | credits", "'project':'00000000-0000-0000-0000-000000000000' | project",
            "'amount':5 | amount", "'amount':'5' | amount", "'amount':[] | amount",
            "'amount':{'value':'5.00'} | amount.currency",
            "'amount':{'value':5,'currency':'RUB'} | amount.value",
            "'amount':{'value':'5,00','currency':'RUB'} | amount.value",
            "'amount':{'value':'5.001','currency':'RUB'} | amount.value",
            "'amount':{'value':'0.00','currency':'RUB'} | amount.value",
            "'amount':{'value':'-1','currency':'RUB'} | amount.value",
            "'amount':{'value':'1e2','currency':'RUB'} | amount.value",
            "'amount':{'value':'5.00','currency':'RUB','x':1} | amount.x"})
    void an_invalid_refund_names_its_field(String more, String field) {
        var testResponse = refund(newPaidPayment(), "," + more.replace('\'', '"'));

        assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(400);
        assertThat(testResponse.field("errors/0/field")).isEqualTo(field);
    }

    @Test
    void an_amount_belongs_to_a_payment() {
        var testResponse = client.post(Role.OPERATOR, "/api/refunds", "{\"project\":\""
                + "00000000-0000-0000-0000-000000000000\",\"reason\":\"r\""
                + amount("1.00", "RUB") + "}");

        assertThat(testResponse.field("errors/0/field")).isEqualTo("amount");
    }
}
