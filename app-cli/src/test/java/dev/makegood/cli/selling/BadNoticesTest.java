package dev.makegood.cli.selling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.stripe.fake.FakeStripeNotice;
import dev.makegood.stripe.fake.FakeStripeSigner;
import dev.makegood.yookassa.fake.FakeYooKassa;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad notice grants nothing, gets the right answer, and is visible to the operator. */
class BadNoticesTest {

    private static final SellingServer SELLING = new SellingServer();

    private long before;
    private int seenBefore;

    @BeforeEach
    void create_a_payment() {
        var unused = SELLING.createPayment("stripe");
        before = SELLING.available();
        seenBefore = SELLING.systemQuarantineReasons().size();
    }

    @AfterEach
    void nothing_was_granted_and_everything_adds_up() {
        assertThat(SELLING.available()).isEqualTo(before);
        assertThat(SELLING.violations()).isEmpty();
    }

    @AfterAll
    static void stop() {
        SELLING.close();
    }

    @ParameterizedTest(name = "signed {0} seconds off with {1}")
    @CsvSource({"0,whsec_of-another-shop-0123", "-301,whsec_1234567890abcdef",
            "301,whsec_1234567890abcdef", "-86400,whsec_1234567890abcdef"})
    void a_signature_that_is_wrong_stale_or_of_the_future_is_refused(long off, String secret) {
        var notice = genuine();
        var header = FakeStripeSigner.header(notice.body(), now() + off, List.of(secret));

        assertThat(stripe(notice, header)).isEqualTo(400);

        operatorSees(1);
    }

    @Test
    void an_altered_notice_is_refused_and_so_is_one_that_was_only_written_anew() {
        var notice = genuine();
        var header = FakeStripeSigner.header(notice.body(), now(), List.of(SellingServer.SECRET));

        assertThat(stripe(notice.reserialized(), header)).isEqualTo(400);
        assertThat(stripe(notice.truncated(), header)).isEqualTo(400);
        assertThat(stripe(notice, "")).isEqualTo(400);

        operatorSees(3);
    }

    @ParameterizedTest
    @CsvSource({"19901,rub", "1,rub", "19900,usd"})
    void another_amount_or_currency_is_quarantined_for_a_person(long amount, String currency) {
        var payment = SELLING.createPayment("stripe");
        var session = SELLING.stripe.sessions().getLast().path("id").stringValue();
        SELLING.stripe.misreport(session, amount, currency);
        SELLING.stripe.pay(session);
        int mine = SELLING.quarantineReasons(SellingServer.ADA).size();

        assertThat(genuinely(SELLING.stripe.lastNotice("checkout.session.completed")))
                .isEqualTo(200);

        assertThat(SELLING.payment(payment).path("status").stringValue()).isEqualTo("pending");
        assertThat(SELLING.quarantineReasons(SellingServer.ADA)).hasSize(mine + 1);
    }

    @Test
    void a_notice_of_an_unknown_payment_is_accepted_and_noted() {
        assertThat(genuinely(invented("cs_test_lost", "{\"makegood_payment_id\":\"unknown\"}")))
                .isEqualTo(200);

        operatorSees(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../refunds", "cs_test_1/expire", "cs?x=1", "", "'; drop table",
            "\\r\\nX: y", "%00"})
    void a_hostile_id_leads_nowhere(String id) {
        int calls = SELLING.stripe.requests().size();

        assertThat(genuinely(invented(id, "{}"))).isEqualTo(200);

        assertThat(SELLING.stripe.requests().stream().skip(calls)).as("only the event is read")
                .allMatch(call -> call.path().startsWith("/v1/events/evt_"));
        operatorSees(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../me", "a/b", "a?b=c", "//example.com", "", "\\u0000"})
    void a_hostile_id_never_reaches_yookassa(String id) {
        var body = "{\"event\":\"payment.succeeded\",\"object\":{\"id\":\"" + id + "\"}}";

        assertThat(yooKassa(body, SellingServer.YOOKASSA_ADDRESS)).isEqualTo(400);

        operatorSees(1);
    }

    @Test
    void a_notice_from_another_address_is_refused() {
        var unused = SELLING.createPayment("yookassa");
        SELLING.yooKassa.pay(latestYooKassaId());
        var notice = SELLING.yooKassa.webhooks().notices().getLast();

        assertThat(yooKassa(notice.body(), "203.0.113.7")).isEqualTo(400);

        operatorSees(1);
    }

    @Test
    void a_notice_of_money_that_was_never_paid_is_not_verified() {
        var unused = SELLING.createPayment("yookassa");
        var object = SELLING.yooKassa.payments().getLast();
        var invented = SELLING.yooKassa.webhooks()
                .forgedNotice("payment.succeeded", object.put("status", "succeeded").toString());

        assertThat(yooKassa(invented.body(), SellingServer.YOOKASSA_ADDRESS)).isEqualTo(503);
    }

    @Test
    void a_payment_of_another_shop_is_accepted_and_noted() {
        try (var other =
                new FakeYooKassa(InstantSource.system(), "7", "test_7")) {
            var unused = other.sellWithoutUs(Money.of(19_900, "RUB"));

            assertThat(yooKassa(other.webhooks().notices().getLast().body(),
                    SellingServer.YOOKASSA_ADDRESS))
                            .isEqualTo(200);
        }
        operatorSees(1);
    }

    @Test
    void another_amount_at_yookassa_is_quarantined_for_a_person() {
        var payment = SELLING.createPayment("yookassa");
        SELLING.yooKassa.changeAmount(latestYooKassaId(), Money.of(1, "RUB"));
        SELLING.yooKassa.pay(latestYooKassaId());
        int mine = SELLING.quarantineReasons(SellingServer.ADA).size();

        assertThat(yooKassa(SELLING.yooKassa.webhooks().notices().getLast().body(),
                SellingServer.YOOKASSA_ADDRESS))
                        .isEqualTo(200);

        assertThat(SELLING.payment(payment).path("status").stringValue()).isEqualTo("pending");
        assertThat(SELLING.quarantineReasons(SellingServer.ADA)).hasSize(mine + 1);
    }

    private static FakeStripeNotice genuine() {
        var session = SELLING.stripe.sessions().getLast().path("id").stringValue();
        SELLING.stripe.pay(session);
        return SELLING.stripe.lastNotice("checkout.session.completed");
    }

    private static int genuinely(FakeStripeNotice notice) {
        return stripe(notice,
                FakeStripeSigner.header(notice.body(), now(), List.of(SellingServer.SECRET)));
    }

    private static int stripe(FakeStripeNotice notice, String signature) {
        return SELLING.deliverNotice("stripe", notice.bytes(), Map.of("Stripe-Signature", signature,
                "Content-Type", "application/json; charset=utf-8"));
    }

    private static int yooKassa(String body, String from) {
        return SELLING.deliverNotice("yookassa", body.getBytes(StandardCharsets.UTF_8),
                Map.of("X-Forwarded-For", from, "Content-Type", "application/json"));
    }

    private static FakeStripeNotice invented(String session, String metadata) {
        return SELLING.stripe.recordEvent("checkout.session.completed", """
                {"id":"%s","object":"checkout.session","payment_status":"paid",
                 "status":"complete","amount_total":5,"currency":"eur","payment_intent":null,
                 "created":1767268800,"metadata":%s}"""
                .formatted(session, metadata));
    }

    private static String latestYooKassaId() {
        return SELLING.yooKassa.payments().getLast().path("id").stringValue();
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private void operatorSees(int more) {
        assertThat(SELLING.systemQuarantineReasons()).hasSize(seenBefore + more);
    }
}
