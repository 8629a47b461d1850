package dev.makegood.http.routes.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payments in lists: the history of a customer, and those of all customers for operators. */
class PaymentListsTest {

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.close();
    }

    private String newPayment(String customer) {
        testServer.advance(Duration.ofMinutes(1));
        return client.post(customer, "/api/payments", "{\"pack\":\"starter\"}").field("paymentId");
    }

    private TestResponse history(String query) {
        return client.get(TestServer.ADA, "/api/user/payments" + query);
    }

    private static List<String> field(TestResponse testResponse, String field) {
        return TestClient.list(testResponse.json().get("payments"), field);
    }

    /** A payment, a bonus and a refund of half the payment; and a payment of another customer. */
    private String newHistory() {
        var payment = newPayment(TestServer.ADA);
        testServer.payAtGateway(payment);
        testServer.advance(Duration.ofMinutes(1));
        testServer.makegood.ledger()
                .grant(TransferId.of("weekly", testServer.customer(TestServer.ADA).value()),
                        testServer.customer(TestServer.ADA),
                        Grant.of(GrantSource.WEEKLY_BONUS, new Credits(5)));
        testServer.advance(Duration.ofMinutes(1));
        client.post(Role.OPERATOR, "/api/refunds", "{\"payment\":\"" + payment
                + "\",\"amount\":{\"value\":\"99.50\",\"currency\":\"RUB\"},\"reason\":\"r\"}");
        testServer.runDueTasks();
        newPayment(TestServer.BOB);
        return payment;
    }

    @Test
    void payments_bonuses_and_refunds_stand_in_one_history() {
        var payment = newHistory();

        var all = history("");

        assertThat(field(all, "paymentType")).containsExactly("refund", "weekly_bonus", "payment");
        assertThat(field(all, "status")).containsOnly("succeeded");
        assertThat(all.field("payments/0/amount/value")).isEqualTo("99.50");
        assertThat(all.field("payments/0/paymentId")).isEqualTo(payment);
        assertThat(all.number("payments/1/credits")).isEqualTo(5);
        assertThat(all.field("payments/2/amount/value")).isEqualTo("199.00");
        assertThat(all.number("payments/2/credits")).isEqualTo(120);
    }

    @Test
    void a_history_is_filtered_by_type_and_read_page_by_page() {
        newHistory();
        assertThat(field(history("?type=payment&type=refund"), "paymentType"))
                .containsExactly("refund", "payment");
        var seen = new ArrayList<String>();
        var page = history("?limit=1");
        for (int i = 0; i < 3; i++) {
            seen.addAll(field(page, "paymentType"));
            page = history("?limit=1&cursor=" + page.field("nextCursor"));
        }

        assertThat(seen).containsExactly("refund", "weekly_bonus", "payment");
        assertThat(field(page, "id")).isEmpty();
        assertThat(history("?type=subscription").field("errors/0/field")).isEqualTo("type");
    }

    @Test
    void an_operator_lists_the_payments_of_all_customers() {
        newHistory();

        var all = client.get(Role.OPERATOR, "/api/ops/payments");
        var paid = client.get(Role.OPERATOR, "/api/ops/payments?status=succeeded&gateway=fake");
        var first = client.get(Role.OPERATOR, "/api/ops/payments?limit=1");
        var rest = client.get(Role.OPERATOR,
                "/api/ops/payments?limit=1&cursor=" + first.field("nextCursor"));

        assertThat(field(all, "customer")).containsExactly(TestServer.BOB, TestServer.ADA);
        assertThat(field(paid, "customer")).containsExactly(TestServer.ADA);
        assertThat(paid.field("payments/0/refunded/value")).isEqualTo("99.50");
        assertThat(field(first, "customer")).containsExactly(TestServer.BOB);
        assertThat(field(rest, "customer")).containsExactly(TestServer.ADA);
        assertThat(field(client.get(Role.OPERATOR, "/api/ops/payments?gateway=none"), "customer"))
                .isEmpty();
    }
}
