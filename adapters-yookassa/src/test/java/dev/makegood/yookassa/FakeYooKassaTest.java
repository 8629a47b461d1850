package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.NoticeReader.Forged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The fake does what the page about the real one says, also to those who do it wrong. */
class FakeYooKassaTest {

    private final World world = new World();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        world.close();
    }

    @Test
    void nobody_is_let_in_without_the_key() throws Exception {
        var answer = client.send(HttpRequest.newBuilder(at("/payments")).build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("code").stringValue()).isEqualTo("invalid_credentials");
    }

    @Test
    void a_key_is_needed_and_has_at_most_64_characters() throws Exception {
        for (var key : new String[] {"", "k".repeat(65)}) {
            var answer = post("/payments", key, wish("199.00"));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("parameter").stringValue()).isEqualTo("Idempotence-Key");
        }
        assertThat(post("/payments", "k".repeat(64), wish("199.00")).statusCode()).isEqualTo(200);
    }

    @Test
    void the_same_key_is_answered_the_same_for_24_hours() throws Exception {
        var first = post("/payments", "key", wish("199.00")).body();
        world.pass(Duration.ofHours(24).minusSeconds(1));
        var second = post("/payments", "key", wish("199.00")).body();
        world.pass(Duration.ofSeconds(1));
        var third = post("/payments", "key", wish("199.00")).body();

        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first);
        assertThat(world.fake.payments()).hasSize(2);
    }

    @Test
    void the_same_key_with_another_body_is_refused() throws Exception {
        post("/payments", "key", wish("199.00"));

        var answer = post("/payments", "key", wish("200.00"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("description").stringValue())
                .isEqualTo("Idempotence key duplicated");
    }

    @Test
    void the_same_body_with_another_key_is_a_second_payment() throws Exception {
        post("/payments", "one", wish("199.00"));
        post("/payments", "two", wish("199.00"));

        assertThat(world.fake.payments()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"199", "199.0", "199.000", "199,00", "1 199.00", "-1.00", "0.00",
            "1e2", "", "0.99", "700000.01"})
    void an_amount_is_a_decimal_string_with_two_decimals(String value) throws Exception {
        assertThat(post("/payments", "key", wish(value)).statusCode()).isEqualTo(400);
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
            post("/payments", "key " + i, wish("199.00"));
        }
        world.fake.pay(world.fake.payments().getFirst().path("id").stringValue());
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
        var id = json(post("/payments", "key", wish("199.00"))).path("id").stringValue();
        assertThat(json(get("/payments/" + id)).has("confirmation")).isTrue();

        world.fake.pay(id);

        var paid = json(get("/payments/" + id));
        assertThat(paid.has("confirmation")).isFalse();
        assertThat(paid.path("captured_at").stringValue()).isEqualTo("2026-01-01T12:00:00.000Z");
        assertThat(paid.has("paid_at")).isFalse();
    }

    @Test
    void a_pending_payment_cannot_be_canceled_over_the_api() throws Exception {
        var id = json(post("/payments", "key", wish("199.00"))).path("id").stringValue();

        assertThat(post("/payments/" + id + "/cancel", "other", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_notice_is_sent_until_200_and_for_a_day_always_the_same() throws Exception {
        try (var door = new Door((body, headers, address) -> {
            throw new IllegalStateException("not open yet");
        })) {
            world.fake.post().to(door.address());
            var id = json(post("/payments", "key", wish("199.00"))).path("id").stringValue();
            world.fake.pay(id);
            for (int hour = 0; hour < 48; hour++) {
                world.pass(Duration.ofHours(1));
            }

            assertThat(door.bodies).hasSize(24);
            assertThat(door.bodies.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void notices_come_from_the_address_that_was_asked_for() {
        try (var door = new Door(new YooKassaNotices(world.gateway, Sources.of("127.0.0.9")))) {
            world.fake.post().to(door.address()).from("127.0.0.9");
            var first = world.paid(world.bill());
            world.fake.tick();
            world.fake.post().from("127.0.0.8");
            var second = world.paid(world.bill());
            world.fake.tick();

            assertThat(first).isNotEqualTo(second);
            assertThat(door.readings).hasExactlyElementsOfTypes(
                    Believed.class, Forged.class);
        }
    }

    @Test
    void a_customer_pays_or_declines_in_a_browser() throws Exception {
        var first = world.opened(world.bill("<b>credits</b>"));
        var second = world.opened(world.bill());

        var page = client.send(HttpRequest.newBuilder(URI.create(first.link())).build(),
                BodyHandlers.ofString()).body();
        var paid = press(first.link(), "pay");
        var declined = press(second.link(), "decline");

        assertThat(page).contains("199.00 RUB", "&lt;b&gt;credits&lt;/b&gt;", ">Pay<",
                ">Decline<");
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location")).contains("https://example.com/paid");
        assertThat(declined.statusCode()).isEqualTo(303);
        assertThat(world.fake.payments()).extracting(it -> it.path("status").stringValue())
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
        return HttpRequest.newBuilder(at(path)).header("Authorization", world.shop.header());
    }

    private URI at(String path) {
        return URI.create(world.fake.address() + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Answer.JSON.readTree(answer.body());
    }

    private static String wish(String value) {
        return """
                {"amount":{"value":"%s","currency":"RUB"},"capture":true,
                 "confirmation":{"type":"redirect","return_url":"https://example.com/paid"}}
                """.formatted(value);
    }
}
