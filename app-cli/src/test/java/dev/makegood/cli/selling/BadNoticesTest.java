package dev.makegood.cli.selling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.stripe.fake.Notice;
import dev.makegood.stripe.fake.Signer;
import dev.makegood.yookassa.FakeYooKassa;
import dev.makegood.yookassa.Shop;
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

    private static final Market MARKET = new Market();

    private long before;
    private int seenBefore;

    @BeforeEach
    void look() {
        var unused = MARKET.asked("stripe");
        before = MARKET.available();
        seenBefore = MARKET.setAside("house").size();
    }

    @AfterEach
    void nothing_was_granted_and_everything_adds_up() {
        assertThat(MARKET.available()).isEqualTo(before);
        assertThat(MARKET.violations()).isEmpty();
    }

    @AfterAll
    static void stop() {
        MARKET.close();
    }

    @ParameterizedTest(name = "signed {0} seconds off with {1}")
    @CsvSource({"0,whsec_of-somebody-else-0123", "-301,whsec_1234567890abcdef",
            "301,whsec_1234567890abcdef", "-86400,whsec_1234567890abcdef"})
    void a_signature_that_is_wrong_stale_or_of_the_future_is_refused(long off, String secret) {
        var notice = genuine();
        var header = Signer.header(notice.body(), now() + off, List.of(secret));

        assertThat(stripe(notice, header)).isEqualTo(400);

        operatorSees(1);
    }

    @Test
    void an_altered_notice_is_refused_and_so_is_one_that_was_only_written_anew() {
        var notice = genuine();
        var header = Signer.header(notice.body(), now(), List.of(Market.SECRET));

        assertThat(stripe(notice.rewritten(), header)).isEqualTo(400);
        assertThat(stripe(notice.truncated(), header)).isEqualTo(400);
        assertThat(stripe(notice, "")).isEqualTo(400);

        operatorSees(3);
    }

    @ParameterizedTest
    @CsvSource({"19901,rub", "1,rub", "19900,usd"})
    void another_amount_or_currency_is_set_aside_for_a_person(long amount, String currency) {
        var payment = MARKET.asked("stripe");
        var session = MARKET.stripe.sessions().getLast().path("id").stringValue();
        MARKET.stripe.misreport(session, amount, currency);
        MARKET.stripe.pay(session);
        int mine = MARKET.setAside(Market.ADA).size();

        assertThat(genuinely(MARKET.stripe.last("checkout.session.completed"))).isEqualTo(200);

        assertThat(MARKET.payment(payment).path("status").stringValue()).isEqualTo("pending");
        assertThat(MARKET.setAside(Market.ADA)).hasSize(mine + 1);
    }

    @Test
    void a_notice_of_a_payment_nobody_knows_is_taken_and_noted() {
        assertThat(genuinely(invented("cs_test_lost", "{\"payment\":\"nobody\"}")))
                .isEqualTo(200);

        operatorSees(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../refunds", "cs_test_1/expire", "cs?x=1", "", "'; drop table",
            "\\r\\nX: y", "%00"})
    void a_hostile_id_leads_nowhere(String id) {
        int calls = MARKET.stripe.calls().size();

        assertThat(genuinely(invented(id, "{}"))).isEqualTo(200);

        assertThat(MARKET.stripe.calls()).hasSize(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../me", "a/b", "a?b=c", "//example.com", "", "\\u0000"})
    void a_hostile_id_never_reaches_yookassa(String id) {
        var body = "{\"event\":\"payment.succeeded\",\"object\":{\"id\":\"" + id + "\"}}";

        assertThat(yooKassa(body, Market.THEIRS)).isEqualTo(400);

        operatorSees(1);
    }

    @Test
    void a_notice_from_elsewhere_is_refused_whatever_it_says() {
        var unused = MARKET.asked("yookassa");
        MARKET.yooKassa.pay(theirs());
        var letter = MARKET.yooKassa.post().letters().getLast();

        assertThat(yooKassa(letter.body(), "203.0.113.7")).isEqualTo(400);

        operatorSees(1);
    }

    @Test
    void a_notice_of_money_that_was_never_paid_is_not_believed() {
        var unused = MARKET.asked("yookassa");
        var object = MARKET.yooKassa.payments().getLast();
        var forged = MARKET.yooKassa.post()
                .forged("payment.succeeded", object.put("status", "succeeded").toString());

        assertThat(yooKassa(forged.body(), Market.THEIRS)).isEqualTo(503);
    }

    @Test
    void a_payment_of_another_shop_is_taken_and_noted() {
        try (var other = new FakeYooKassa(InstantSource.system(), new Shop("7", "test_7"))) {
            var unused = other.sellWithoutUs(Money.of(19_900, "RUB"));

            assertThat(yooKassa(other.post().letters().getLast().body(), Market.THEIRS))
                    .isEqualTo(200);
        }
        operatorSees(1);
    }

    @Test
    void another_amount_at_yookassa_is_set_aside_for_a_person() {
        var payment = MARKET.asked("yookassa");
        MARKET.yooKassa.changeAmount(theirs(), Money.of(1, "RUB"));
        MARKET.yooKassa.pay(theirs());
        int mine = MARKET.setAside(Market.ADA).size();

        assertThat(yooKassa(MARKET.yooKassa.post().letters().getLast().body(), Market.THEIRS))
                .isEqualTo(200);

        assertThat(MARKET.payment(payment).path("status").stringValue()).isEqualTo("pending");
        assertThat(MARKET.setAside(Market.ADA)).hasSize(mine + 1);
    }

    private static Notice genuine() {
        var session = MARKET.stripe.sessions().getLast().path("id").stringValue();
        MARKET.stripe.pay(session);
        return MARKET.stripe.last("checkout.session.completed");
    }

    private static int genuinely(Notice notice) {
        return stripe(notice, Signer.header(notice.body(), now(), List.of(Market.SECRET)));
    }

    private static int stripe(Notice notice, String signature) {
        return MARKET.notice("stripe", notice.bytes(), Map.of("Stripe-Signature", signature,
                "Content-Type", "application/json; charset=utf-8"));
    }

    private static int yooKassa(String body, String from) {
        return MARKET.notice("yookassa", body.getBytes(StandardCharsets.UTF_8),
                Map.of("X-Forwarded-For", from, "Content-Type", "application/json"));
    }

    private static Notice invented(String session, String metadata) {
        return MARKET.stripe.invent("checkout.session.completed", """
                {"id":"%s","object":"checkout.session","payment_status":"paid",
                 "status":"complete","amount_total":5,"currency":"eur","metadata":%s}"""
                .formatted(session, metadata));
    }

    private static String theirs() {
        return MARKET.yooKassa.payments().getLast().path("id").stringValue();
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private void operatorSees(int more) {
        assertThat(MARKET.setAside("house")).hasSize(seenBefore + more);
    }
}
