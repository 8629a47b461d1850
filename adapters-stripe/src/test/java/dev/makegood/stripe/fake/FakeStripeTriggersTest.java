package dev.makegood.stripe.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.TickingClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What Stripe's command line sends to trigger an event has that event, and is so when it is read back. */
class FakeStripeTriggersTest {

    private static final String KEY = "sk_test_1";

    private final FakeStripe fake =
            new FakeStripe(new TickingClock("2026-01-01T12:00:00Z"), KEY, "whsec_1");
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        fake.close();
    }

    @Test
    void a_declined_card_is_an_error_and_an_intent_that_failed() {
        var response = post("/v1/payment_intents", "amount=2000&confirm=true&currency=usd"
                + "&payment_method=pm_card_chargeDeclined&payment_method_types[0]=card");

        assertThat(response.statusCode()).isEqualTo(402);
        var error = json(response).path("error");
        assertThat(error.path("type").stringValue()).isEqualTo("card_error");
        assertThat(error.path("code").stringValue()).isEqualTo("card_declined");
        var intent = objectOf("payment_intent.payment_failed");
        var readBack = get("/v1/payment_intents/" + intent.path("id").stringValue());
        assertThat(readBack.path("status").stringValue()).isEqualTo("requires_payment_method");
        assertThat(readBack.path("last_payment_error").path("code").stringValue())
                .isEqualTo("card_declined");
        assertThat(fake.notices()).extracting(FakeStripeNotice::type)
                .contains("charge.failed")
                .doesNotContain("payment_intent.succeeded");
    }

    @ParameterizedTest
    @CsvSource({"sepa_debit,iban,DE89370400440532013000,succeeded,paid,succeeded",
            "sepa_debit,iban,DE62370400440532013001,failed,unpaid,requires_payment_method",
            "bacs_debit,account_number,00012345,succeeded,paid,succeeded",
            "bacs_debit,account_number,33333335,failed,unpaid,requires_payment_method"})
    void a_bank_debit_ends_as_its_test_account_says(
            String type, String name, String account, String end, String paid, String intent) {
        var session = fake.createSession("mode=payment&success_url=https://example.com/"
                + "&line_items[0][price_data][currency]=eur"
                + "&line_items[0][price_data][unit_amount]=500&line_items[0][quantity]=1"
                + "&line_items[0][price_data][product_data][name]=credits");
        var method = json(post("/v1/payment_methods",
                "type=" + type + "&" + type + "[" + name + "]=" + account)).path("id");

        assertThat(post("/v1/payment_pages/" + session + "/confirm",
                "payment_method=" + method.stringValue()).statusCode()).isEqualTo(200);

        var event = objectOf("checkout.session.async_payment_" + end);
        assertThat(event.path("id").stringValue()).isEqualTo(session);
        var readBack = get("/v1/checkout/sessions/" + session);
        assertThat(readBack.path("status").stringValue()).isEqualTo("complete");
        assertThat(readBack.path("payment_status").stringValue()).isEqualTo(paid);
        assertThat(get("/v1/payment_intents/" + fake.intentOf(session)).path("status")
                .stringValue()).isEqualTo(intent);
    }

    private JsonNode objectOf(String eventType) {
        return FakeStripeResponse.JSON.readTree(fake.lastNotice(eventType).body())
                .path("data")
                .path("object");
    }

    private HttpResponse<String> post(String path, String form) {
        return send(request(path).POST(BodyPublishers.ofString(form)));
    }

    private JsonNode get(String path) {
        return json(send(request(path)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(fake.baseUrl().resolve(path))
                .header("Authorization", "Bearer " + KEY);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return FakeStripeResponse.JSON.readTree(response.body());
    }
}
