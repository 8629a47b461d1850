package dev.makegood.http.routes.payment;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.IdempotencyKeys;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import dev.makegood.http.request.JsonMeaning;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
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

/** Credits are bought: the packs, the payment and its status. */
class PaymentRoutesTest {

    private static final String PAYMENTS = "/api/payments";
    private static final String STARTER = "{\"pack\":\"starter\",\"gateway\":\"fake\"}";

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.close();
    }

    private TestResponse buy(String customer, String key) {
        return client.post(customer, PAYMENTS, STARTER, "Idempotency-Key", key);
    }

    private TestResponse read(String customer, String payment) {
        return client.get(customer, PAYMENTS + "/" + payment);
    }

    private void pay(String payment) {
        var ref = new GatewayRef("fake", "cs_" + payment);
        var report = testServer.gateway.pays(ref, TestServer.PRICE);
        var unused = testServer.makegood.payments()
                .accept(new Verified(new GatewayRef("fake", "evt_" + payment), List.of(ref),
                        List.of(report)));
    }

    @Test
    void the_packs_for_sale_are_shown_with_prices_as_text() {
        var packs = client.get(Role.APP, "/api/credit-packs");

        assertThat(packs.text()).isEqualTo("{\"packs\":[{\"pack\":\"starter\","
                + "\"title\":\"100 credits\",\"credits\":100,\"bonus\":20,"
                + "\"price\":{\"value\":\"199.00\",\"currency\":\"RUB\"}}],"
                + "\"gateways\":[\"fake\"]}");
    }

    @Test
    void a_payment_is_created_and_paid_at_the_gateways_page() {
        var created = client.post(TestServer.ADA, PAYMENTS, STARTER);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.field("status")).isEqualTo("pending");
        assertThat(created.field("amount/value")).isEqualTo("199.00");
        assertThat(created.field("amount/currency")).isEqualTo("RUB");
        assertThat(created.field("confirmationUrl")).startsWith("https://pay.example/");
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
    }

    @Test
    void the_browser_comes_back_to_the_products_page_of_the_payment() {
        var id = client.post(TestServer.ADA, PAYMENTS, STARTER).field("paymentId");

        var details = testServer.makegood.payments()
                .find(new PaymentId(UUID.fromString(id)))
                .orElseThrow()
                .details();

        assertThat(details.returnUrls().success())
                .isEqualTo("https://product.example/?payment=" + id);
        assertThat(details.returnUrls().cancelled())
                .isEqualTo("https://product.example/?payment=" + id + "&cancelled=true");
    }

    @Test
    void only_its_customer_sees_a_payment() {
        var id = client.post(TestServer.ADA, PAYMENTS, STARTER).field("paymentId");
        var open = read(TestServer.ADA, id);
        pay(id);
        var paid = read(TestServer.ADA, id);

        assertThat(open.field("confirmationUrl")).startsWith("https://pay.example/");
        assertThat(open.json().at("/paidAt").isNull()).isTrue();
        assertThat(paid.field("status")).isEqualTo("succeeded");
        assertThat(paid.json().at("/confirmationUrl").isNull()).isTrue();
        assertThat(paid.field("paymentMethod")).isEqualTo("card");
        assertThat(paid.field("pack/name")).isEqualTo("starter");
        assertThat(paid.number("pack/credits")).isEqualTo(100);
        assertThat(paid.number("pack/bonus")).isEqualTo(20);
        assertThat(paid.field("refunded/value")).isEqualTo("0.00");
        testServer.customer(TestServer.BOB, 1);
        assertThat(read(TestServer.BOB, id).status()).isEqualTo(404);
        assertThat(read("app/nobody", id).status()).isEqualTo(404);
        assertThat(testServer.isUnknown("app/nobody")).isTrue();
    }

    @Test
    void while_the_checkout_is_unknown_there_is_no_link_and_it_comes_by_itself() {
        testServer.gateway.losesAnswers(true);

        var created = buy(TestServer.ADA, "key-1");

        assertThat(created.status()).isEqualTo(202);
        assertThat(created.field("status")).isEqualTo("pending");
        assertThat(created.json().has("confirmationUrl")).isFalse();
        testServer.gateway.losesAnswers(false);
        testServer.makegood.taskRunner().runDue(10);
        testServer.advance(Duration.ofMinutes(6));
        assertThat(testServer.makegood.taskRunner().runDue(10)).isPositive();
        assertThat(read(TestServer.ADA, created.field("paymentId")).field("confirmationUrl"))
                .startsWith("https://pay.example/");
        assertThat(testServer.gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void a_refusal_of_the_gateway_is_answered_and_uses_up_its_key() {
        testServer.gateway.refuses(true);

        var refused = buy(TestServer.ADA, "key-1");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.field("code")).isEqualTo("provider_refused");
        assertThat(read(TestServer.ADA, refused.field("paymentId")).field("status"))
                .isEqualTo("failed");
        testServer.gateway.refuses(false);
        assertThat(buy(TestServer.ADA, "key-1").status()).isEqualTo(502);
        assertThat(buy(TestServer.ADA, "key-2").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'pack':'none','gateway':'fake'} | pack",
            "{'gateway':'fake'} | pack",
            "{'pack':'starter','gateway':'stripe'} | gateway",
            "{'pack':'starter','gateway':'fake','amount':'0.01'} | amount",
            "{'pack':'starter','gateway':'fake','credits':1000000} | credits"})
    void what_is_refused_names_its_field_and_creates_no_customer(String body, String field) {
        var testResponse = client.post("app/new", PAYMENTS, body.replace('\'', '"'));

        assertThat(testResponse.status()).isEqualTo(400);
        assertThat(testResponse.field("errors/0/field")).isEqualTo(field);
        assertThat(testServer.isUnknown("app/new")).isTrue();
        assertThat(testServer.gateway.checkouts()).isZero();
    }

    @Test
    void the_gateway_need_not_be_named_if_there_is_only_one() {
        var testResponse = client.post(TestServer.ADA, PAYMENTS, "{\"pack\":\"starter\"}");

        assertThat(testResponse.status()).isEqualTo(201);
        assertThat(testResponse.field("gateway")).isEqualTo("fake");
    }

    @Test
    void the_same_key_many_times_at_once_opens_one_checkout() throws Exception {
        testServer.customer(TestServer.ADA, 1);

        var answers = atOnce(50, () -> buy(TestServer.ADA, "key-1"));

        assertThat(answers).allMatch(
                testResponse -> testResponse.status() == 201 || testResponse.status() == 409);
        assertThat(answers).filteredOn(testResponse -> testResponse.status() == 201)
                .extracting(TestResponse::text)
                .containsOnly(buy(TestServer.ADA, "key-1").text());
        assertThat(testServer.gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void the_same_key_of_two_customers_is_two_payments() {
        var ada = buy(TestServer.ADA, "key-1");
        var bob = buy(TestServer.BOB, "key-1");

        assertThat(ada.field("paymentId")).isNotEqualTo(bob.field("paymentId"));
        assertThat(read(TestServer.ADA, bob.field("paymentId")).status()).isEqualTo(404);
    }

    /** A crash before the gateway answered: the id is recorded, and the payment with the old price. */
    @Test
    void a_repeat_after_a_crash_continues_with_the_price_of_the_first_request() {
        var ada = testServer.customer(TestServer.ADA, 1);
        var recorded = new PaymentId(UUID.fromString("11111111-2222-4333-8444-555555555555"));
        var begun = testServer.makegood.idempotencyKeys()
                .begin(ada, "POST " + PAYMENTS, "key-1", SecretHash.of(JsonMeaning.of(STARTER)),
                        recorded.value());
        assertThat(begun).isInstanceOf(IdempotencyKeys.NewRequest.class);
        testServer.gateway.losesAnswers(true);
        var billed = testServer.makegood.payments()
                .create(new PaymentDetails(recorded, ada, "fake", TestServer.PRICE,
                        new Purpose.Pack("starter", new Credits(100), new Credits(20)), "a pack",
                        new PaymentDetails.ReturnUrls("a", "b"), testServer.clock.get()));
        assertThat(billed).isInstanceOf(Payment.Billed.class);
        testServer.gateway.losesAnswers(false);
        setPrice(Money.of(99_900, "RUB"));

        var tooSoon = buy(TestServer.ADA, "key-1");
        testServer.advance(Duration.ofSeconds(61));
        var again = buy(TestServer.ADA, "key-1");

        assertThat(tooSoon.status()).isEqualTo(409);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.field("paymentId")).isEqualTo(recorded.toString());
        assertThat(again.field("amount/value")).isEqualTo("199.00");
        assertThat(testServer.gateway.checkouts()).isEqualTo(1);
        assertThat(buy(TestServer.ADA, "key-2").field("amount/value")).isEqualTo("999.00");
    }

    private void setPrice(Money price) {
        testServer.store.creditPacks()
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
