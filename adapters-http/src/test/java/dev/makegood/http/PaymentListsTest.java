package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.Calls.Got;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.TransferId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payments in lists: a customer's history, and everybody's for operators. */
class PaymentListsTest {

    private final Stage stage = new Stage();
    private final Calls http = stage.http;

    @AfterEach
    void stop() {
        stage.close();
    }

    private String bought(String customer) {
        stage.pass(Duration.ofMinutes(1));
        return http.post(customer, "/api/payments", "{\"pack\":\"starter\"}").at("paymentId");
    }

    private Got history(String query) {
        return http.get(Stage.ADA, "/api/user/payments" + query);
    }

    private static List<String> field(Got got, String field) {
        return Calls.list(got.json().get("payments"), field);
    }

    /** Bought, paid, a bonus, half of the money back; another customer beside it. */
    private String story() {
        var payment = bought(Stage.ADA);
        stage.pays(payment);
        stage.pass(Duration.ofMinutes(1));
        stage.makegood.ledger()
                .grant(TransferId.of("weekly", stage.customer(Stage.ADA).value()),
                        stage.customer(Stage.ADA),
                        Grant.of(Source.WEEKLY_BONUS, new Credits(5)));
        stage.pass(Duration.ofMinutes(1));
        http.post(Role.OPERATOR, "/api/refunds", "{\"payment\":\"" + payment
                + "\",\"amount\":{\"value\":\"99.50\",\"currency\":\"RUB\"},\"reason\":\"r\"}");
        stage.settle();
        bought(Stage.BOB);
        return payment;
    }

    @Test
    void payments_bonuses_and_refunds_stand_in_one_history() {
        var payment = story();

        var all = history("");

        assertThat(field(all, "paymentType")).containsExactly("refund", "weekly_bonus", "payment");
        assertThat(field(all, "status")).containsOnly("succeeded");
        assertThat(all.at("payments/0/amount/value")).isEqualTo("99.50");
        assertThat(all.at("payments/0/paymentId")).isEqualTo(payment);
        assertThat(all.number("payments/1/credits")).isEqualTo(5);
        assertThat(all.at("payments/2/amount/value")).isEqualTo("199.00");
        assertThat(all.number("payments/2/credits")).isEqualTo(120);
    }

    @Test
    void a_history_is_chosen_by_type_and_read_page_by_page() {
        story();
        assertThat(field(history("?type=payment&type=refund"), "paymentType"))
                .containsExactly("refund", "payment");
        var seen = new ArrayList<String>();
        var page = history("?limit=1");
        for (int i = 0; i < 3; i++) {
            seen.addAll(field(page, "paymentType"));
            page = history("?limit=1&cursor=" + page.at("nextCursor"));
        }

        assertThat(seen).containsExactly("refund", "weekly_bonus", "payment");
        assertThat(field(page, "id")).isEmpty();
        assertThat(history("?type=subscription").at("errors/0/field")).isEqualTo("type");
    }

    @Test
    void an_operator_lists_everybodys_payments() {
        story();

        var all = http.get(Role.OPERATOR, "/api/ops/payments");
        var paid = http.get(Role.OPERATOR, "/api/ops/payments?status=succeeded&gateway=fake");
        var first = http.get(Role.OPERATOR, "/api/ops/payments?limit=1");
        var rest = http.get(Role.OPERATOR,
                "/api/ops/payments?limit=1&cursor=" + first.at("nextCursor"));

        assertThat(field(all, "customer")).containsExactly(Stage.BOB, Stage.ADA);
        assertThat(field(paid, "customer")).containsExactly(Stage.ADA);
        assertThat(paid.at("payments/0/refunded/value")).isEqualTo("99.50");
        assertThat(field(first, "customer")).containsExactly(Stage.BOB);
        assertThat(field(rest, "customer")).containsExactly(Stage.ADA);
        assertThat(field(http.get(Role.OPERATOR, "/api/ops/payments?gateway=none"), "customer"))
                .isEmpty();
    }
}
