package dev.makegood.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Recorded;
import dev.makegood.http.Calls.Got;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.NoticeReader.Forged;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.Unproved;
import dev.makegood.store.StoreUnavailable;
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

/** What gateways say, and what they are answered. */
class NoticesTest {

    private static final String STRIPE = "/api/stripe/webhook";
    private static final String YOOKASSA = "/api/yookassa/webhook";
    private static final List<String> PATHS = List.of(STRIPE, YOOKASSA);

    private final Stage stage = new Stage(s -> s.limitedTo(new Limits(0, 0, 0, 3))
            .behind(List.of("127.0.0.0/8")));
    private final Calls http = stage.http;

    @AfterEach
    void stop() {
        stage.close();
    }

    private Got told(String path, String body, String... headers) {
        return http.send(Calls.with(http.to(path), headers)
                .POST(BodyPublishers.ofString(body, ISO_8859_1)));
    }

    private String bought() {
        return http.post(Stage.ADA, "/api/payments", "{\"pack\":\"starter\"}").at("paymentId");
    }

    private GatewayReport paid(String payment) {
        return stage.gateway.pays(checkout(payment), Stage.PRICE);
    }

    private static GatewayRef checkout(String payment) {
        return new GatewayRef("fake", "cs_" + payment);
    }

    private void says(String notice, String payment, GatewayReport... reports) {
        stage.reader.reads = body -> new Believed(new GatewayRef("fake", notice),
                List.of(checkout(payment)), List.of(reports));
    }

    private List<Recorded> events() {
        return stage.store.reports().events(CustomerId.HOUSE, 0, 100);
    }

    private static void received(Got got) {
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        assertThat(got.text()).isEqualTo("{\"received\":true}");
    }

    @Test
    void what_is_believed_has_its_effect_before_it_is_answered() {
        var payment = bought();
        says("evt_1", payment, paid(payment));

        received(told(STRIPE, "{}"));

        assertThat(stage.available(Stage.ADA)).isEqualTo(60 + 120);
        assertThat(http.get(Stage.ADA, "/api/payments/" + payment).at("status"))
                .isEqualTo("succeeded");
    }

    @Test
    void the_same_notice_again_and_another_of_the_same_are_answered_and_change_nothing() {
        var payment = bought();
        var report = paid(payment);
        for (var notice : List.of("evt_1", "evt_1", "evt_2", "evt_1")) {
            says(notice, payment, report);
            received(told(STRIPE, "{}"));
        }

        assertThat(stage.available(Stage.ADA)).isEqualTo(60 + 120);
    }

    @Test
    void what_is_not_ours_is_answered_kindly_and_an_operator_sees_it_once() {
        says("evt_1", "somebody-elses");

        received(told(STRIPE, "{}"));
        received(told(STRIPE, "{}"));

        assertThat(events()).filteredOn(event -> event.type().equals("payment.quarantined"))
                .singleElement()
                .satisfies(event -> assertThat(event.facts()).containsEntry("notice",
                        "fake:evt_1"));
    }

    @Test
    void what_is_irrelevant_is_answered_kindly_and_writes_nothing() {
        stage.reader.reads = body -> new Irrelevant("a product was made");
        var before = Snapshot.of(stage.store);

        PATHS.forEach(path -> received(told(path, "{}")));

        assertThat(Snapshot.of(stage.store)).isEqualTo(before);
    }

    @Test
    void what_cannot_be_proved_now_shall_come_again_and_writes_nothing() {
        stage.reader.reads = body -> new Unproved("their API does not answer");
        var before = Snapshot.of(stage.store);

        for (var path : PATHS) {
            var got = told(path, "{}");
            assertThat(got.status()).isEqualTo(503);
            assertThat(got.at("code")).isEqualTo("provider_unavailable");
            assertThat(Integer.parseInt(got.header("Retry-After"))).isPositive();
        }
        assertThat(Snapshot.of(stage.store)).isEqualTo(before);
    }

    @Test
    void a_forged_notice_is_refused_and_an_operator_sees_it() {
        stage.reader.reads = body -> new Forged("the signature is wrong");

        var got = told(YOOKASSA, "{}");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.at("code")).isEqualTo("invalid_request");
        assertThat(events().getLast().facts()).containsEntry("gateway", "yookassa")
                .containsEntry("why", "the signature is wrong");
    }

    @Test
    void forged_notices_from_one_address_end_at_its_limit_and_fill_nothing() {
        stage.reader.reads = body -> new Forged("no");
        for (int i = 0; i < 3; i++) {
            assertThat(told(STRIPE, "{}").status()).isEqualTo(400);
        }
        var before = Snapshot.of(stage.store);

        var got = told(STRIPE, "{}");

        assertThat(got.status()).isEqualTo(429);
        assertThat(got.header("Retry-After")).isEqualTo("1");
        assertThat(Snapshot.of(stage.store)).isEqualTo(before);
        assertThat(told(STRIPE, "{}", "X-Forwarded-For", "198.51.100.7").status()).isEqualTo(400);
        stage.reader.reads = body -> new Irrelevant("well");
        received(told(STRIPE, "{}"));
    }

    @Test
    void a_gateway_that_proves_itself_may_speak_as_often_as_it_likes() {
        for (int i = 0; i < 50; i++) {
            received(told(STRIPE, "{}"));
        }
    }

    @Test
    void while_the_storage_is_away_a_notice_shall_come_again_and_is_not_marked_as_seen() {
        var payment = bought();
        says("evt_1", payment, paid(payment));
        stage.storage.breaksWith = () -> new StoreUnavailable("away", new RuntimeException());

        var away = told(STRIPE, "{}");
        stage.storage.breaksWith = null;

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isNotEmpty();
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
        received(told(STRIPE, "{}"));
        assertThat(stage.available(Stage.ADA)).isEqualTo(60 + 120);
    }

    @Test
    void a_reader_gets_the_bytes_as_they_came_and_who_sent_them() {
        var bytes = new StringBuilder("{");
        for (char c = 0; c < 256; c++) {
            bytes.append(c);
        }

        received(told(STRIPE, bytes.toString(), "X-Forwarded-For", "2001:db8:1:2:3:4:5:6",
                "Stripe-Signature", "t=1,v1=ab", "stripe-signature", "v1=cd"));

        var given = stage.reader.given.getLast();
        assertThat(given.body()).isEqualTo(bytes.toString());
        assertThat(given.address()).isEqualTo("2001:db8:1:2:3:4:5:6");
        assertThat(given.headers()).containsEntry("stripe-signature", "t=1,v1=ab, v1=cd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=utf-16", "application/xml",
            "multipart/form-data", "nonsense"})
    void a_notice_is_not_refused_for_its_type(String type) {
        received(http.send(http.to(STRIPE)
                .setHeader("Content-Type", type)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("{}"))));
    }

    @Test
    void a_notice_that_is_too_large_is_refused_and_nobody_reads_it() {
        var got = told(STRIPE, "{" + " ".repeat(256 * 1024));

        assertThat(got.status()).isEqualTo(413);
        assertThat(stage.reader.given).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void nonsense_never_breaks_us(long seed) {
        var dice = new Random(seed);
        for (int i = 0; i < 40; i++) {
            stage.pass(Duration.ofSeconds(1));
            var bytes = new byte[dice.nextInt(200)];
            dice.nextBytes(bytes);
            var got = told(PATHS.get(i % 2), new String(bytes, ISO_8859_1));
            assertThat(got.status()).as("seed %d step %d: %s", seed, i, got.text())
                    .isIn(200, 400);
        }
    }

    @Test
    void a_gateway_that_is_not_configured_has_no_path_here() {
        var closed = MakegoodHttp.of(HttpSettings.on("127.0.0.1", 0)
                .limitedTo(new Limits(0, 0, 0, 3)),
                new House(stage.makegood, stage.storage,
                        stage.clock::get, UUID::randomUUID, new Random(1)))
                .start();
        try (closed) {
            for (int i = 0; i < 4; i++) {
                var got = http.send(HttpRequest
                        .newBuilder(URI.create("http://127.0.0.1:" + closed.port()
                                + STRIPE))
                        .POST(BodyPublishers.ofString("{}")));
                assertThat(got.status()).isEqualTo(i < 3 ? 404 : 429);
            }
        }
    }
}
