package dev.makegood.http.routes.payment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.event.RecordedEvent;
import dev.makegood.http.MakegoodHttp;
import dev.makegood.http.StorageSnapshot;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import dev.makegood.http.limits.RateLimitSettings;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.HttpSettings;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader.InvalidSignature;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.Unverified;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.store.StoreUnavailableException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The notices of gateways, and their responses. */
class NoticeRoutesTest {

    private static final String STRIPE = "/api/stripe/webhook";
    private static final String YOOKASSA = "/api/yookassa/webhook";
    private static final List<String> PATHS = List.of(STRIPE, YOOKASSA);

    private final TestServer testServer =
            new TestServer(s -> s.withRateLimits(new RateLimitSettings(0, 0, 0, 3))
                    .withTrustedProxies(List.of("127.0.0.0/8")));
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.close();
    }

    private TestResponse send(String path, String body, String... headers) {
        return client.send(TestClient.with(client.to(path), headers)
                .POST(BodyPublishers.ofString(body, ISO_8859_1)));
    }

    private String newPayment() {
        return client.post(TestServer.ADA, "/api/payments", "{\"pack\":\"starter\"}")
                .field("paymentId");
    }

    private GatewayReport paid(String payment) {
        return testServer.gateway.pays(checkout(payment), TestServer.PRICE);
    }

    private static GatewayRef checkout(String payment) {
        return new GatewayRef("fake", "cs_" + payment);
    }

    private void noticeReads(String notice, String payment, GatewayReport... reports) {
        testServer.noticeReader.reading = body -> new Verified(new GatewayRef("fake", notice),
                List.of(checkout(payment)), List.of(reports));
    }

    private List<RecordedEvent> events() {
        return testServer.store.reports().systemEvents(null, 100);
    }

    private static void assertReceived(TestResponse testResponse) {
        assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(200);
        assertThat(testResponse.text()).isEqualTo("{\"received\":true}");
    }

    @Test
    void a_verified_notice_has_its_effect_before_it_is_answered() {
        var payment = newPayment();
        noticeReads("evt_1", payment, paid(payment));

        assertReceived(send(STRIPE, "{}"));

        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60 + 120);
        assertThat(client.get(TestServer.ADA, "/api/payments/" + payment).field("status"))
                .isEqualTo("succeeded");
    }

    @Test
    void the_same_notice_again_and_another_of_the_same_are_answered_and_change_nothing() {
        var payment = newPayment();
        var report = paid(payment);
        for (var notice : List.of("evt_1", "evt_1", "evt_2", "evt_1")) {
            noticeReads(notice, payment, report);
            assertReceived(send(STRIPE, "{}"));
        }

        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60 + 120);
    }

    @Test
    void a_notice_of_no_payment_of_ours_is_answered_with_200_and_quarantined_once() {
        noticeReads("evt_1", "of-another-shop");

        assertReceived(send(STRIPE, "{}"));
        assertReceived(send(STRIPE, "{}"));

        assertThat(events()).filteredOn(event -> event.type().equals("payment.quarantined"))
                .singleElement()
                .satisfies(event -> assertThat(event.facts()).containsEntry("notice",
                        "fake:evt_1"));
    }

    @Test
    void an_irrelevant_notice_is_answered_with_200_and_writes_nothing() {
        testServer.noticeReader.reading = body -> new Irrelevant("a product was made");
        var before = StorageSnapshot.of(testServer.store);

        PATHS.forEach(path -> assertReceived(send(path, "{}")));

        assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
    }

    @Test
    void an_unverified_notice_shall_come_again_and_writes_nothing() {
        testServer.noticeReader.reading = body -> new Unverified("their API does not answer");
        var before = StorageSnapshot.of(testServer.store);

        for (var path : PATHS) {
            var testResponse = send(path, "{}");
            assertThat(testResponse.status()).isEqualTo(503);
            assertThat(testResponse.field("code")).isEqualTo("provider_unavailable");
            assertThat(Integer.parseInt(testResponse.header("Retry-After"))).isPositive();
        }
        assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
    }

    @Test
    void a_notice_with_an_invalid_signature_is_refused_and_an_operator_sees_it() {
        testServer.noticeReader.reading = body -> new InvalidSignature("the signature is wrong");

        var testResponse = send(YOOKASSA, "{}");

        assertThat(testResponse.status()).isEqualTo(400);
        assertThat(testResponse.field("code")).isEqualTo("invalid_request");
        assertThat(events()).filteredOn(event -> event.type().equals("payment.quarantined"))
                .singleElement()
                .satisfies(event -> assertThat(event.facts()).containsEntry("gateway", "yookassa")
                        .containsEntry("reason", "the signature is wrong"));
    }

    @Test
    void invalid_signatures_from_one_address_end_at_its_limit_and_write_nothing_more() {
        testServer.noticeReader.reading = body -> new InvalidSignature("no");
        for (int i = 0; i < 3; i++) {
            assertThat(send(STRIPE, "{}").status()).isEqualTo(400);
        }
        var before = StorageSnapshot.of(testServer.store);

        var testResponse = send(STRIPE, "{}");

        assertThat(testResponse.status()).isEqualTo(429);
        assertThat(testResponse.header("Retry-After")).isEqualTo("1");
        assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
        assertThat(send(STRIPE, "{}", "X-Forwarded-For", "198.51.100.7").status()).isEqualTo(400);
        testServer.noticeReader.reading = body -> new Irrelevant("of no interest");
        assertReceived(send(STRIPE, "{}"));
    }

    @Test
    void notices_that_are_not_refused_have_no_rate_limit() {
        for (int i = 0; i < 50; i++) {
            assertReceived(send(STRIPE, "{}"));
        }
    }

    @Test
    void while_the_database_is_unavailable_a_notice_shall_come_again_and_is_not_recorded() {
        var payment = newPayment();
        noticeReads("evt_1", payment, paid(payment));
        testServer.storage.failure =
                () -> new StoreUnavailableException("away", new RuntimeException());

        var away = send(STRIPE, "{}");
        testServer.storage.failure = null;

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isNotEmpty();
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
        assertReceived(send(STRIPE, "{}"));
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60 + 120);
    }

    @Test
    void a_reader_gets_the_bytes_as_they_came_and_their_address() {
        var bytes = new StringBuilder("{");
        for (char c = 0; c < 256; c++) {
            bytes.append(c);
        }

        assertReceived(send(STRIPE, bytes.toString(), "X-Forwarded-For", "2001:db8:1:2:3:4:5:6",
                "Stripe-Signature", "t=1,v1=ab", "stripe-signature", "v1=cd"));

        var receivedNotice = testServer.noticeReader.received.getLast();
        assertThat(receivedNotice.body()).isEqualTo(bytes.toString());
        assertThat(receivedNotice.address()).isEqualTo("2001:db8:1:2:3:4:5:6");
        assertThat(receivedNotice.headers()).containsEntry("stripe-signature", "t=1,v1=ab, v1=cd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=utf-16", "application/xml",
            "multipart/form-data", "nonsense"})
    void a_notice_is_not_refused_for_its_type(String type) {
        assertReceived(client.send(client.to(STRIPE)
                .setHeader("Content-Type", type)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("{}"))));
    }

    @Test
    void a_notice_that_is_too_large_is_refused_and_not_read() {
        var testResponse = send(STRIPE, "{" + " ".repeat(256 * 1024));

        assertThat(testResponse.status()).isEqualTo(413);
        assertThat(testServer.noticeReader.received).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void random_bytes_are_never_answered_with_500(long seed) {
        var dice = new Random(seed);
        for (int i = 0; i < 40; i++) {
            testServer.advance(Duration.ofSeconds(1));
            var bytes = new byte[dice.nextInt(200)];
            dice.nextBytes(bytes);
            var testResponse = send(PATHS.get(i % 2), new String(bytes, ISO_8859_1));
            assertThat(testResponse.status())
                    .as("seed %d step %d: %s", seed, i, testResponse.text())
                    .isIn(200, 400);
        }
    }

    @Test
    void a_gateway_that_is_not_configured_has_no_path() {
        var closed = MakegoodHttp.of(HttpSettings.on("127.0.0.1", 0)
                .withRateLimits(new RateLimitSettings(0, 0, 0, 3)),
                new HttpDependencies(testServer.makegood, testServer.storage,
                        testServer.clock::get, UUID::randomUUID, new Random(1)))
                .start();
        try (closed) {
            for (int i = 0; i < 4; i++) {
                var testResponse = client.send(HttpRequest
                        .newBuilder(URI.create("http://127.0.0.1:" + closed.port()
                                + STRIPE))
                        .POST(BodyPublishers.ofString("{}")));
                assertThat(testResponse.status()).isEqualTo(i < 3 ? 404 : 429);
            }
        }
    }
}
