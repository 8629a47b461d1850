package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.Calls.Got;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator gives money back: in part, in full, once. */
class MoneyBackTest {

    private final Stage stage = new Stage();
    private final Calls http = stage.http;

    @AfterEach
    void stop() {
        stage.close();
    }

    private String bought() {
        return http.post(Stage.ADA, "/api/payments", "{\"pack\":\"starter\"}").at("paymentId");
    }

    private String paid() {
        var payment = bought();
        stage.pays(payment);
        return payment;
    }

    private Got refund(String payment, String more, String... headers) {
        return http.post(Role.OPERATOR, "/api/refunds",
                "{\"payment\":\"" + payment + "\",\"reason\":\"blurred\"" + more + "}", headers);
    }

    private static String amount(String value, String currency) {
        return ",\"amount\":{\"value\":\"" + value + "\",\"currency\":\"" + currency + "\"}";
    }

    @Test
    void a_part_and_then_all_that_is_left_goes_back() {
        var payment = paid();

        var part = refund(payment, amount("99.50", "RUB"));
        var rest = refund(payment, "");
        var nothing = refund(payment, "");
        stage.settle();

        assertThat(part.status()).as(part.text()).isEqualTo(201);
        assertThat(part.at("amountRefunded/value")).isEqualTo("99.50");
        assertThat(part.json().get("changed").asBoolean()).isTrue();
        assertThat(rest.at("amountRefunded/value")).isEqualTo("99.50");
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.json().get("changed").asBoolean()).isFalse();
        assertThat(stage.gateway.refunds()).hasSize(2);
        assertThat(http.get(Stage.ADA, "/api/payments/" + payment).at("refunded/value"))
                .isEqualTo("199.00");
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
    }

    @Test
    void the_same_key_gives_back_once() {
        var payment = paid();

        var first = refund(payment, amount("10.00", "RUB"), "Idempotency-Key", "k");
        var again = refund(payment, amount("10.00", "RUB"), "Idempotency-Key", "k");
        stage.settle();

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(stage.gateway.refunds()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"199.01,RUB", "1.00,EUR", "99999999.00,RUB"})
    void more_than_was_paid_or_other_money_is_refused(String value, String currency) {
        var payment = paid();

        var got = refund(payment, amount(value, currency));

        assertThat(got.status()).isEqualTo(422);
        assertThat(got.at("code")).isEqualTo("refund_exceeds_payment");
        assertThat(got.at("left/value")).isEqualTo("199.00");
    }

    @Test
    void what_nobody_paid_cannot_be_given_back() {
        var got = refund(bought(), "");

        assertThat(got.status()).isEqualTo(409);
        assertThat(got.at("code")).isEqualTo("not_captured");
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
    void a_refund_that_makes_no_sense_names_its_field(String more, String field) {
        var got = refund(paid(), "," + more.replace('\'', '"'));

        assertThat(got.status()).as(got.text()).isEqualTo(400);
        assertThat(got.at("errors/0/field")).isEqualTo(field);
    }

    @Test
    void an_amount_belongs_to_a_payment() {
        var got = http.post(Role.OPERATOR, "/api/refunds", "{\"project\":\""
                + "00000000-0000-0000-0000-000000000000\",\"reason\":\"r\""
                + amount("1.00", "RUB") + "}");

        assertThat(got.at("errors/0/field")).isEqualTo("amount");
    }
}
