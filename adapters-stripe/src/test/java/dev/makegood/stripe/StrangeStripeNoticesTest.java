package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.stripe.fake.FakeStripeNotice;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notices that are not about our payments, or not what we know. */
class StrangeStripeNoticesTest extends StripeFixture {

    @Test
    void types_that_we_do_not_use_are_accepted_and_have_no_effect() {
        paySession(newPayment());

        assertThat(read(fake.lastNotice("payment_intent.created"))).isInstanceOf(Irrelevant.class);
        assertThat(read(fake.lastNotice("charge.succeeded"))).isInstanceOf(Irrelevant.class);
        assertThat(read(fake.recordEvent("something.new", "{\"id\":\"x_1\",\"object\":\"x\"}")))
                .isInstanceOf(Irrelevant.class);
    }

    @Test
    void a_session_that_we_did_not_make_is_none_of_ours() {
        assertThat(read(inventedNotice("cs_test_other", "{}"))).isInstanceOf(Irrelevant.class);
        fake.refundWithoutUs(fake.sellWithoutUs(500, "eur"), 100);
        assertThat(read(fake.lastNotice("refund.created"))).isInstanceOf(Irrelevant.class);
    }

    @Test
    void a_session_that_only_stripe_knows_is_reported_with_all_its_references() {
        var verified =
                readVerified(
                        inventedNotice("cs_test_lost", "{\"makegood_payment_id\":\"unknown\"}"));

        assertThat(verified.paymentRefs()).containsExactly(ref("cs_test_lost"), ref("unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "an invoice of another system's", "☃"})
    void metadata_that_we_never_wrote_is_not_of_ours(String metadataValue) {
        assertThat(read(inventedNotice("cs_test_other",
                "{\"makegood_payment_id\":\"" + metadataValue + "\"}")))
                        .isInstanceOf(Irrelevant.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../refunds", "cs_test_1/expire", "cs?x=1", "", " ", "cs\\r\\nX: y",
            "☃"})
    void a_hostile_id_leads_nowhere(String id) {
        var calls = fake.requests().size();

        assertThat(readReport(inventedNotice(id, "{}"))).isInstanceOf(UnreadableReport.class);
        assertThat(readReport(inventedNotice(id, "{\"makegood_payment_id\":\"7\"}")))
                .isInstanceOf(UnreadableReport.class);
        fake.setEventVersion("2020-08-27");
        assertThat(readReport(inventedNotice(id, "{}"))).isInstanceOf(UnreadableReport.class);
        assertThat(fake.requests().stream().skip(calls)).as("only the events were read back")
                .allMatch(call -> call.path().startsWith("/v1/events/evt_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{", "7", "\"x\"", "{\"id\":7}", "{} {}",
            "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"created\":1e400,"
                    + "\"data\":{\"object\":{\"id\":\"cs_1\"}}}",
            "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"created\":1,"
                    + "\"data\":{\"object\":[]}}",
            "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"created\":1,"
                    + "\"data\":{\"object\":{\"id\":{}}}}"})
    void what_is_signed_and_not_an_event_is_accepted_and_an_operator_sees_it(String body) {
        assertThat(readReport(new FakeStripeNotice("evt_1", "", body)))
                .isInstanceOf(UnreadableReport.class);
    }

    @Test
    void a_body_that_is_deep_breaks_nothing() {
        var deep = "[".repeat(10_000) + "]".repeat(10_000);
        var body = "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"created\":1,"
                + "\"api_version\":\"2026-07-29.dahlia\",\"data\":{\"object\":{\"id\":\"cs_1\","
                + "\"metadata\":" + deep + "}}}";

        assertThat(readReport(new FakeStripeNotice("evt_1", "", body)))
                .isInstanceOf(UnreadableReport.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void no_signed_body_that_dice_write_breaks_the_reader(long seed) {
        var dice = new Random(seed);
        paySession(newPayment());
        var good = fake.lastNotice("checkout.session.completed");
        for (int step = 0; step < 300; step++) {
            var body = new StringBuilder(good.body());
            for (int i = dice.nextInt(4); i >= 0; i--) {
                body.setCharAt(dice.nextInt(body.length()), "{}[]\",:0a\\\u0000é".charAt(dice
                        .nextInt(12)));
            }
            assertThat(read(new FakeStripeNotice("", "", body.toString())))
                    .as("seed %d step %d: %s", seed, step, body)
                    .isNotNull();
        }
    }

    private FakeStripeNotice inventedNotice(String session, String metadata) {
        return fake.recordEvent("checkout.session.completed", """
                {"id":"%s","object":"checkout.session","payment_status":"paid",
                 "status":"complete","amount_total":5,"currency":"eur","payment_intent":null,
                 "created":1767268800,"metadata":%s}"""
                .formatted(session, metadata));
    }
}
