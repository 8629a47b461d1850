package dev.makegood.http;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Repeats;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.http.Calls.Got;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.CreditPack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credits are bought: what is asked, what is answered, and what becomes of it. */
class BuyingTest {

    private static final String PAYMENTS = "/api/payments";
    private static final String STARTER = "{\"pack\":\"starter\",\"gateway\":\"fake\"}";

    private final Stage stage = new Stage();
    private final Calls http = stage.http;

    @AfterEach
    void stop() {
        stage.close();
    }

    private Got buy(String customer, String key) {
        return http.post(customer, PAYMENTS, STARTER, "Idempotency-Key", key);
    }

    private Got shown(String customer, String payment) {
        return http.get(customer, PAYMENTS + "/" + payment);
    }

    private void paid(String payment) {
        var ref = new GatewayRef("fake", "cs_" + payment);
        var report = stage.gateway.pays(ref, Stage.PRICE);
        var unused = stage.makegood.payments()
                .accept(new Believed(new GatewayRef("fake", "evt_" + payment), List.of(ref),
                        List.of(report)));
    }

    @Test
    void the_packs_for_sale_are_shown_with_prices_as_text() {
        var packs = http.get(Role.APP, "/api/credit-packs");

        assertThat(packs.text()).isEqualTo("{\"packs\":[{\"pack\":\"starter\","
                + "\"title\":\"100 credits\",\"credits\":100,\"bonus\":20,"
                + "\"price\":{\"value\":\"199.00\",\"currency\":\"RUB\"}}],"
                + "\"gateways\":[\"fake\"]}");
    }

    @Test
    void a_payment_is_asked_for_and_paid_at_the_gateways_page() {
        var asked = http.post(Stage.ADA, PAYMENTS, STARTER);

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.at("status")).isEqualTo("pending");
        assertThat(asked.at("amount/value")).isEqualTo("199.00");
        assertThat(asked.at("amount/currency")).isEqualTo("RUB");
        assertThat(asked.at("confirmationUrl")).startsWith("https://pay.example/");
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
    }

    @Test
    void the_browser_comes_back_to_the_products_page_of_the_payment() {
        var id = http.post(Stage.ADA, PAYMENTS, STARTER).at("paymentId");

        var bill = stage.makegood.payments()
                .find(new PaymentId(UUID.fromString(id)))
                .orElseThrow()
                .bill();

        assertThat(bill.backTo().success()).isEqualTo("https://product.example/?payment=" + id);
        assertThat(bill.backTo().cancelled())
                .isEqualTo("https://product.example/?payment=" + id + "&cancelled=true");
    }

    @Test
    void its_customer_sees_how_far_a_payment_is_and_nobody_else_does() {
        var id = http.post(Stage.ADA, PAYMENTS, STARTER).at("paymentId");
        var open = shown(Stage.ADA, id);
        paid(id);
        var paid = shown(Stage.ADA, id);

        assertThat(open.at("confirmationUrl")).startsWith("https://pay.example/");
        assertThat(open.json().at("/paidAt").isNull()).isTrue();
        assertThat(paid.at("status")).isEqualTo("succeeded");
        assertThat(paid.json().at("/confirmationUrl").isNull()).isTrue();
        assertThat(paid.at("paymentMethod")).isEqualTo("card");
        assertThat(paid.at("pack/name")).isEqualTo("starter");
        assertThat(paid.number("pack/credits")).isEqualTo(100);
        assertThat(paid.number("pack/bonus")).isEqualTo(20);
        assertThat(paid.at("refunded/value")).isEqualTo("0.00");
        stage.customer(Stage.BOB, 1);
        assertThat(shown(Stage.BOB, id).status()).isEqualTo(404);
        assertThat(shown("app/nobody", id).status()).isEqualTo(404);
        assertThat(stage.isStranger("app/nobody")).isTrue();
    }

    @Test
    void while_nobody_knows_there_is_no_link_and_the_same_key_says_the_same() {
        stage.gateway.losesAnswers(true);

        var asked = buy(Stage.ADA, "key-1");

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.at("status")).isEqualTo("pending");
        assertThat(asked.json().has("confirmationUrl")).isFalse();
        stage.gateway.losesAnswers(false);
        stage.makegood.tasks().runDue(10);
        stage.pass(Duration.ofMinutes(6));
        assertThat(stage.makegood.tasks().runDue(10)).isPositive();
        assertThat(shown(Stage.ADA, asked.at("paymentId")).at("confirmationUrl"))
                .startsWith("https://pay.example/");
        assertThat(stage.gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void a_gateway_that_refuses_is_said_so_and_its_key_is_used_up() {
        stage.gateway.refuses(true);

        var refused = buy(Stage.ADA, "key-1");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.at("code")).isEqualTo("provider_refused");
        assertThat(shown(Stage.ADA, refused.at("paymentId")).at("status")).isEqualTo("failed");
        stage.gateway.refuses(false);
        assertThat(buy(Stage.ADA, "key-1").status()).isEqualTo(502);
        assertThat(buy(Stage.ADA, "key-2").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'pack':'none','gateway':'fake'} | pack",
            "{'gateway':'fake'} | pack",
            "{'pack':'starter','gateway':'stripe'} | gateway",
            "{'pack':'starter','gateway':'fake','amount':'0.01'} | amount",
            "{'pack':'starter','gateway':'fake','credits':1000000} | credits"})
    void what_is_refused_names_its_field_and_makes_no_customer(String body, String field) {
        var got = http.post("app/new", PAYMENTS, body.replace('\'', '"'));

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.at("errors/0/field")).isEqualTo(field);
        assertThat(stage.isStranger("app/new")).isTrue();
        assertThat(stage.gateway.checkouts()).isZero();
    }

    @Test
    void the_gateway_need_not_be_named_if_there_is_only_one() {
        var got = http.post(Stage.ADA, PAYMENTS, "{\"pack\":\"starter\"}");

        assertThat(got.status()).isEqualTo(201);
        assertThat(got.at("gateway")).isEqualTo("fake");
    }

    @Test
    void the_same_key_many_times_at_once_asks_once() throws Exception {
        stage.customer(Stage.ADA, 1);

        var answers = atOnce(50, () -> buy(Stage.ADA, "key-1"));

        assertThat(answers).allMatch(got -> got.status() == 201 || got.status() == 409);
        assertThat(answers).filteredOn(got -> got.status() == 201)
                .extracting(Got::text)
                .containsOnly(buy(Stage.ADA, "key-1").text());
        assertThat(stage.gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void the_same_key_of_two_customers_is_two_payments() {
        var ada = buy(Stage.ADA, "key-1");
        var bob = buy(Stage.BOB, "key-1");

        assertThat(ada.at("paymentId")).isNotEqualTo(bob.at("paymentId"));
        assertThat(shown(Stage.ADA, bob.at("paymentId")).status()).isEqualTo(404);
    }

    /** A crash between the bill and its answer: the id is settled, the bill is written with the old price. */
    @Test
    void a_repeat_after_a_crash_goes_on_with_the_price_that_was_asked_for() {
        var ada = stage.customer(Stage.ADA, 1);
        var settled = new PaymentId(UUID.fromString("11111111-2222-4333-8444-555555555555"));
        var begun = stage.makegood.repeats()
                .begin(ada, "POST " + PAYMENTS, "key-1", SecretHash.of(STARTER), settled.value());
        assertThat(begun).isInstanceOf(Repeats.Begun.class);
        stage.gateway.losesAnswers(true);
        var billed = stage.makegood.payments()
                .ask(new Bill(settled, ada, "fake", Stage.PRICE,
                        new Purpose.Pack("starter", new Credits(100), new Credits(20)), "a pack",
                        new Bill.Return("a", "b"), stage.clock.get()));
        assertThat(billed).isInstanceOf(Payment.Billed.class);
        stage.gateway.losesAnswers(false);
        costs(Money.of(99_900, "RUB"));

        var tooSoon = buy(Stage.ADA, "key-1");
        stage.pass(Duration.ofSeconds(61));
        var again = buy(Stage.ADA, "key-1");

        assertThat(tooSoon.status()).isEqualTo(409);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.at("paymentId")).isEqualTo(settled.toString());
        assertThat(again.at("amount/value")).isEqualTo("199.00");
        assertThat(stage.gateway.checkouts()).isEqualTo(1);
        assertThat(buy(Stage.ADA, "key-2").at("amount/value")).isEqualTo("999.00");
    }

    private void costs(Money price) {
        stage.store.creditPacks()
                .save(new CreditPack("starter", "100 credits", new Credits(100), new Credits(20),
                        price));
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(nCopies(times, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
