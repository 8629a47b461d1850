package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.NoticeReader.InvalidSignature;
import dev.makegood.payment.NoticeReader.Verified;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The fake does what the page about the real one says, also for wrong requests. */
class FakeYooKassaTest {

    private final YooKassaFixture fixture = new YooKassaFixture();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        fixture.close();
    }

    @Test
    void calls_without_the_key_are_refused() throws Exception {
        var response = client.send(HttpRequest.newBuilder(at("/payments")).build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).path("code").stringValue()).isEqualTo("invalid_credentials");
    }

    @Test
    void a_key_is_needed_and_has_at_most_64_characters() throws Exception {
        for (var key : new String[] {"", "k".repeat(65)}) {
            var response = post("/payments", key, request("199.00"));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(json(response).path("parameter").stringValue()).isEqualTo("Idempotence-Key");
        }
        assertThat(post("/payments", "k".repeat(64), request("199.00")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_same_key_is_answered_the_same_for_24_hours() throws Exception {
        var first = post("/payments", "key", request("199.00")).body();
        fixture.passTime(Duration.ofHours(24).minusSeconds(1));
        var second = post("/payments", "key", request("199.00")).body();
        fixture.passTime(Duration.ofSeconds(1));
        var third = post("/payments", "key", request("199.00")).body();

        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first);
        assertThat(fixture.fake.payments()).hasSize(2);
    }

    @Test
    void a_currency_that_they_do_not_have_is_refused() throws Exception {
        for (var currency : new String[] {"XTS", "JPY", "rub"}) {
            var response = post("/payments", "key-" + currency,
                    request("199.00").replace("RUB", currency));

            assertThat(response.statusCode()).as(currency).isEqualTo(400);
            assertThat(json(response).path("parameter").stringValue()).isEqualTo("amount.currency");
        }
    }

    @Test
    void what_succeeded_says_what_is_left_for_the_shop() throws Exception {
        var payment = fixture.payCheckout(fixture.newPayment());

        assertThat(json(get("/payments/" + payment.id())).at("/income_amount/value").stringValue())
                .isEqualTo("192.04");
    }

    @Test
    void the_same_key_with_another_body_is_refused() throws Exception {
        post("/payments", "key", request("199.00"));

        var response = post("/payments", "key", request("200.00"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("description").stringValue())
                .isEqualTo("Idempotence key duplicated");
    }

    @Test
    void the_same_body_with_another_key_is_a_second_payment() throws Exception {
        post("/payments", "one", request("199.00"));
        post("/payments", "two", request("199.00"));

        assertThat(fixture.fake.payments()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"199", "199.0", "199.000", "199,00", "1 199.00", "-1.00", "0.00",
            "1e2", "", "0.99", "700000.01"})
    void an_amount_is_a_decimal_string_with_two_decimals(String value) throws Exception {
        assertThat(post("/payments", "key", request(value)).statusCode()).isEqualTo(400);
    }

    @Test
    void only_json_is_taken_and_only_by_the_right_method() throws Exception {
        var form = client.send(signed("/payments").header("Content-Type", "text/plain")
                .header("Idempotence-Key", "key")
                .POST(BodyPublishers.ofString("a=b"))
                .build(), BodyHandlers.ofString());
        var put = client.send(signed("/payments").PUT(BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());

        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.body()).isEmpty();
    }

    @Test
    void a_list_comes_in_pages_and_by_its_filters() throws Exception {
        for (int i = 0; i < 7; i++) {
            post("/payments", "key " + i, request("199.00"));
        }
        fixture.fake.pay(fixture.fake.payments().getFirst().path("id").stringValue());
        var ids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = json(get("/payments?limit=3" + cursor));
            page.path("items").values().forEach(it -> ids.add(it.path("id").stringValue()));
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.path("next_cursor").stringValue()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        assertThat(json(get("/payments?status=succeeded")).path("items")).hasSize(1);
        assertThat(json(get("/payments?payment_method=sbp")).path("items")).isEmpty();
        assertThat(json(get("/payments?captured_at.lt=2026-01-01T12:00:00.001Z")).path("items"))
                .hasSize(1);
        assertThat(json(get("/payments?created_at.gte=2026-01-01T12:00:01Z")).path("items"))
                .isEmpty();
        assertThat(get("/payments?limit=101").statusCode()).isEqualTo(400);
    }

    @Test
    void the_shop_is_shown() throws Exception {
        assertThat(json(get("/me")).path("account_id").stringValue()).isEqualTo("100500");
    }

    @Test
    void what_is_paid_does_not_say_any_more_where_to_pay() throws Exception {
        var id = json(post("/payments", "key", request("199.00"))).path("id").stringValue();
        assertThat(json(get("/payments/" + id)).has("confirmation")).isTrue();

        fixture.fake.pay(id);

        var paid = json(get("/payments/" + id));
        assertThat(paid.has("confirmation")).isFalse();
        assertThat(paid.path("captured_at").stringValue()).isEqualTo("2026-01-01T12:00:00.000Z");
        assertThat(paid.has("paid_at")).isFalse();
    }

    @Test
    void a_pending_payment_cannot_be_canceled_over_the_api() throws Exception {
        var id = json(post("/payments", "key", request("199.00"))).path("id").stringValue();

        assertThat(post("/payments/" + id + "/cancel", "other", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_notice_is_sent_until_200_and_for_a_day_always_the_same() throws Exception {
        try (var endpoint = new NoticeEndpoint((body, headers, address) -> {
            throw new IllegalStateException("not open yet");
        })) {
            fixture.fake.webhooks().sendTo(endpoint.webhookUrl());
            var id = json(post("/payments", "key", request("199.00"))).path("id").stringValue();
            fixture.fake.pay(id);
            for (int hour = 0; hour < 48; hour++) {
                fixture.passTime(Duration.ofHours(1));
            }

            assertThat(endpoint.bodies).hasSize(24);
            assertThat(endpoint.bodies.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void notices_come_from_the_address_that_was_set() {
        try (var endpoint = new NoticeEndpoint(
                new YooKassaNotices(fixture.gateway, YooKassaAddresses.of("127.0.0.9"),
                        ref -> false))) {
            fixture.fake.webhooks().sendTo(endpoint.webhookUrl()).sendFrom("127.0.0.9");
            var first = fixture.payCheckout(fixture.newPayment());
            fixture.fake.tick();
            fixture.fake.webhooks().sendFrom("127.0.0.8");
            var second = fixture.payCheckout(fixture.newPayment());
            fixture.fake.tick();

            assertThat(first).isNotEqualTo(second);
            assertThat(endpoint.readings).hasExactlyElementsOfTypes(
                    Verified.class, InvalidSignature.class);
        }
    }

    @Test
    void a_customer_pays_or_declines_in_a_browser() throws Exception {
        var first = fixture.openCheckout(fixture.newPayment("<b>credits</b>"));
        var second = fixture.openCheckout(fixture.newPayment());

        var page = client.send(HttpRequest.newBuilder(URI.create(first.link())).build(),
                BodyHandlers.ofString()).body();
        var paid = press(first.link(), "pay");
        var declined = press(second.link(), "decline");

        assertThat(page).contains("199.00 RUB", "&lt;b&gt;credits&lt;/b&gt;", ">Pay<",
                ">Decline<");
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location")).contains("https://example.com/paid");
        assertThat(declined.statusCode()).isEqualTo(303);
        assertThat(fixture.fake.payments()).extracting(it -> it.path("status").stringValue())
                .containsExactly("succeeded", "canceled");
        assertThat(press(first.link(), "pay").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> press(String link, String button) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(link.replace("?", "/" + button + "?")))
                .POST(BodyPublishers.noBody())
                .build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        var request = signed(path).header("Content-Type", "application/json");
        return client.send((key.isEmpty() ? request : request.header("Idempotence-Key", key))
                .POST(BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(signed(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder signed(String path) {
        return HttpRequest.newBuilder(at(path))
                .header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString(("100500:" + YooKassaFixture.SECRET)
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private URI at(String path) {
        return URI.create(fixture.fake.baseUrl() + path);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return YooKassaFixture.JSON.readTree(response.body());
    }

    private static String request(String value) {
        return """
                {"amount":{"value":"%s","currency":"RUB"},"capture":true,
                 "confirmation":{"type":"redirect","return_url":"https://example.com/paid"}}
                """.formatted(value);
    }
}
