package dev.makegood.stripe.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.testing.TickingClock;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FakeStripeTest {

    private static final String LINE = "&line_items[0][price_data][currency]=eur"
            + "&line_items[0][price_data][unit_amount]=500&line_items[0][quantity]=2"
            + "&line_items[0][price_data][product_data][name]=Cats%20%26%20<b>dogs";
    private static final String GOOD =
            "mode=payment&success_url=https://a.example/x?s={CHECKOUT_SESSION_ID}"
                    + "&cancel_url=https://a.example/c" + LINE;

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakeStripe fake = new FakeStripe(clock, "sk_test_1", "whsec_1");
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"mode=payment mode=subscription mode",
            "mode=payment locale=en mode",
            "success_url=https://a.example/x locale=en success_url",
            "https://a.example/x /x success_url", "=eur =EUR currency", "=500 =-5 unit_amount",
            "=500 =5.5 unit_amount", "line_items custom_fields line_items"})
    void a_session_without_what_it_needs_is_refused(String from, String to, String param) {
        var response = post("/v1/checkout/sessions", GOOD.replace(from, to), "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response).path("param").stringValue()).contains(param);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1799,400", "1800,200", "86400,200", "86401,400"})
    void a_session_is_open_half_an_hour_to_a_day(long seconds, int status) {
        var at = clock.instant().getEpochSecond() + seconds;

        assertThat(post("/v1/checkout/sessions", GOOD + "&expires_at=" + at, "").statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"POST;/v1/checkout/sessions;colour=red;colour",
            "POST;/v1/refunds;payment_intent=pi_1&note=x;note",
            "GET;/v1/refunds;payment_intent=pi_1&colour=red;colour",
            "GET;/v1/checkout/sessions;created[gte]=1&page=2;page",
            "GET;/v1/payment_intents;status=succeeded;status"})
    void a_parameter_that_the_api_does_not_have_is_refused(
            String method, String path, String parameters, String param) {
        var refused = call(method, path, parameters);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("parameter_unknown", "\"" + param + "\"");
    }

    @ParameterizedTest
    @CsvSource({"zzz,500,Invalid currency", "xts,500,Invalid currency", "usd,49,amount_too_small",
            "jpy,49,amount_too_small", "gbp,29,amount_too_small"})
    void a_currency_that_stripe_has_not_or_too_little_of_one_is_refused(
            String currency, long amount, String why) {
        assertThatThrownBy(() -> fake.createSession(oneLine(currency, amount)))
                .hasMessageContaining(why.equals("amount_too_small") ? "at least" : why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting_after", "ending_before"})
    void a_page_beside_an_object_that_is_not_there_is_refused(String cursor) {
        var refused = call("GET", "/v1/checkout/sessions", cursor + "=cs_none");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("resource_missing", cursor);
    }

    @Test
    void objects_have_the_members_that_the_api_requires() {
        var session = fake.createSession(oneLine("eur", 500));
        fake.pay(session);
        var dispute = fake.dispute(session, 500);

        assertThat(object("/v1/checkout/sessions/" + session)).contains("automatic_tax",
                "custom_fields", "custom_text", "shipping_options");
        assertThat(object("/v1/checkout/sessions/" + session + "/line_items"))
                .contains("amount_discount", "amount_tax");
        assertThat(object("/v1/payment_intents/" + fake.intentOf(session)))
                .contains("confirmation_method");
        assertThat(object("/v1/disputes/" + dispute)).contains("balance_transactions", "evidence",
                "evidence_details", "enhanced_eligibility_types");
    }

    @Test
    void metadata_has_its_limits() {
        for (var bad : List.of("&metadata[k]=" + "x".repeat(501),
                "&metadata[" + "k".repeat(41) + "]=x")) {
            assertThat(post("/v1/checkout/sessions", GOOD + bad, "").statusCode()).isEqualTo(400);
        }
        var many = new StringBuilder(GOOD);
        for (int i = 0; i < 51; i++) {
            many.append("&metadata[k").append(i).append("]=x");
        }
        assertThat(post("/v1/checkout/sessions", many.toString(), "").statusCode()).isEqualTo(400);
    }

    @Test
    void amounts_are_summed_and_lines_are_listed() {
        var session = created();
        var lines = json(get("/v1/checkout/sessions/" + id(session) + "/line_items"));

        assertThat(session.path("amount_total").longValue()).isEqualTo(1_000);
        assertThat(lines.path("data").path(0).path("quantity").longValue()).isEqualTo(2);
    }

    @Test
    void calls_without_the_key_are_refused_and_unknown_ids_not_found() {
        assertThat(get("/v1/checkout/sessions/cs_test_nobody").statusCode()).isEqualTo(404);
        fake.rotateKey("sk_test_2");
        assertThat(get("/v1/checkout/sessions").statusCode()).isEqualTo(401);
    }

    @Test
    void a_key_replays_the_first_response_for_a_day() {
        var first = post("/v1/checkout/sessions", GOOD, "key");
        var again = post("/v1/checkout/sessions", GOOD, "key");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");

        var other = post("/v1/checkout/sessions", GOOD + "&locale=de", "key");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(error(other).path("type").stringValue()).isEqualTo("idempotency_error");

        clock.advance(Duration.ofHours(24));
        assertThat(post("/v1/checkout/sessions", GOOD, "key").body()).isNotEqualTo(first.body());
    }

    @Test
    void an_error_of_the_server_is_replayed_and_a_bad_request_is_not() {
        fake.failNext(StripeFault.BROKEN_BEFORE);
        assertThat(post("/v1/checkout/sessions", GOOD, "a").statusCode()).isEqualTo(500);
        assertThat(post("/v1/checkout/sessions", GOOD, "a").statusCode()).isEqualTo(500);
        assertThat(fake.sessions()).isEmpty();

        assertThat(post("/v1/checkout/sessions", "mode=payment", "b").statusCode()).isEqualTo(400);
        assertThat(post("/v1/checkout/sessions", GOOD, "b").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_that_is_not_open_has_no_link_and_does_not_expire() {
        var id = id(created());
        fake.pay(id);

        assertThat(json(get("/v1/checkout/sessions/" + id)).path("url").isNull()).isTrue();
        assertThat(post("/v1/checkout/sessions/" + id + "/expire", "", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_customer_pays_in_a_browser_without_a_script() {
        var session = created();
        var link = URI.create(session.path("url").stringValue());

        var page = send(HttpRequest.newBuilder(link).GET());
        assertThat(page.body()).contains("Pay 10.00 EUR", "Cats &amp; &lt;b&gt;dogs",
                "/c/pay/" + id(session) + "/pay").doesNotContain("<script", "<b>dogs");
        assertThat(press(session, "decline").body()).contains("Your card was declined.");
        assertThat(location(press(session, "cancel"))).isEqualTo("https://a.example/c");
        assertThat(location(press(session, "pay")))
                .isEqualTo("https://a.example/x?s=" + id(session));
        assertThat(press(session, "pay").statusCode()).isEqualTo(410);
        assertThat(fake.lastNotice("checkout.session.completed").body()).contains(id(session));
    }

    @Test
    void a_customer_who_pays_later_is_unpaid_until_then() {
        var session = created();

        var unused = press(session, "later");
        assertThat(json(get("/v1/checkout/sessions/" + id(session))).path("payment_status")
                .stringValue()).isEqualTo("unpaid");
    }

    @Test
    void a_notice_comes_again_with_the_same_bytes_and_a_fresh_signature_for_three_days() {
        var bodies = new CopyOnWriteArrayList<String>();
        var signatures = new CopyOnWriteArrayList<String>();
        var status = new AtomicInteger(500);
        try (var webhookServer = WebhookServer.answering(status, bodies, signatures)) {
            fake.sendNoticesTo(webhookServer.address());
            fake.pay(id(created()));
            for (int hour = 0; hour < 24 * 5; hour++) {
                fake.tick();
                clock.advance(Duration.ofHours(1));
            }
            var kinds = bodies.stream().distinct().count();

            assertThat(bodies.size()).isBetween(10 * (int) kinds, 20 * (int) kinds);
            assertThat(signatures.stream().distinct().count()).isGreaterThan(kinds);
            status.set(200);
            assertThat(fake.deliverNotices()).isZero();
        }
    }

    @Test
    void what_was_not_delivered_can_be_listed_and_what_was_is_not_sent_again() {
        var bodies = new CopyOnWriteArrayList<String>();
        try (var webhookServer =
                WebhookServer.answering(new AtomicInteger(204), bodies, new ArrayList<>())) {
            fake.pay(id(created()));
            var missing = "/v1/events?delivery_success=false&limit=100";
            assertThat(json(get(missing)).path("data")).hasSameSizeAs(fake.notices());

            fake.sendNoticesTo(webhookServer.address());
            fake.deliverNotices(notices -> {
                var reordered = new ArrayList<>(notices);
                reordered.addAll(notices);
                Collections.shuffle(reordered, new Random(5));
                return reordered;
            });

            assertThat(bodies).hasSize(2 * fake.notices().size());
            assertThat(json(get(missing)).path("data")).isEmpty();
            assertThat(fake.deliverNotices()).isZero();
        }
    }

    /** A webhook. */
    private record WebhookServer(Javalin server) implements AutoCloseable {

        static WebhookServer answering(
                AtomicInteger status, List<String> bodies, List<String> signatures) {
            return new WebhookServer(Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.jetty.host = "127.0.0.1";
                config.jetty.port = 0;
                config.routes.post("/hook", context -> {
                    bodies.add(context.body());
                    signatures.add(context.header("Stripe-Signature"));
                    context.status(status.get());
                });
            }).start());
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.port() + "/hook");
        }

        @Override
        public void close() {
            server.stop();
        }
    }

    private JsonNode created() {
        return json(post("/v1/checkout/sessions", GOOD, ""));
    }

    private HttpResponse<String> press(JsonNode session, String button) {
        return send(HttpRequest
                .newBuilder(fake.baseUrl().resolve("/c/pay/" + id(session) + "/" + button))
                .POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(fake.baseUrl().resolve(path)).GET());
    }

    private HttpResponse<String> post(String path, String form, String key) {
        var request = HttpRequest.newBuilder(fake.baseUrl().resolve(path))
                .POST(BodyPublishers.ofString(encoded(form)));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    private static String encoded(String form) {
        var pairs = new ArrayList<String>();
        for (var pair : form.replace("%20%26%20", " ＆ ").split("&", -1)) {
            var cut = pair.indexOf('=');
            pairs.add(pair.substring(0, Math.max(cut, 0)) + "=" + URLEncoder.encode(
                    pair.substring(cut + 1).replace('＆', '&'), StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.header("Authorization", "Bearer sk_test_1").build(),
                    BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError("the fake does not answer", e);
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return FakeStripeResponse.JSON.readTree(response.body());
    }

    private static JsonNode error(HttpResponse<String> response) {
        return FakeStripeResponse.JSON.readTree(response.body()).path("error");
    }

    private static String id(JsonNode object) {
        return object.path("id").stringValue();
    }

    private static String oneLine(String currency, long amount) {
        return GOOD.replace("=eur", "=" + currency)
                .replace("=500", "=" + amount)
                .replace("[quantity]=2", "[quantity]=1");
    }

    private String object(String path) {
        return call("GET", path, "").body();
    }

    private HttpResponse<String> call(String method, String path, String parameters) {
        var encoded = parameters.replace("[", "%5B").replace("]", "%5D");
        var request = method.equals("GET")
                ? HttpRequest.newBuilder(URI.create(fake.baseUrl() + path + "?" + encoded)).GET()
                : HttpRequest.newBuilder(URI.create(fake.baseUrl() + path))
                        .POST(BodyPublishers.ofString(encoded));
        try {
            return client.send(request.header("Authorization", "Bearer sk_test_1").build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
