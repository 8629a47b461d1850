package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.GatewayReport.DisputeUpdated;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentDeclined;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.PaymentSubmitted;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.NoticeReader.InvalidSignature;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.Unverified;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.stripe.fake.FakeStripeNotice;
import dev.makegood.stripe.fake.StripeFault;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeNoticesTest extends StripeFixture {

    @ParameterizedTest
    @CsvSource({"card,visa", "sepa_debit,DE"})
    void what_really_paid_is_read_from_the_charge(String method, String inDetails) {
        var session = openCheckout(newPayment()).ref().id();
        fake.payWith(session, method);

        assertThat(readReport(fake.lastNotice("checkout.session.completed")))
                .isInstanceOfSatisfying(PaymentReceived.class, received -> {
                    assertThat(received.paid().method()).isEqualTo(method);
                    assertThat(received.paid().methodDetails()).contains("\"type\"", method,
                            inDetails);
                });
    }

    @Test
    void a_payment_is_fulfilled_though_its_charge_cannot_be_read_now() {
        paySession(newPayment());
        fake.failNext(StripeFault.UNAVAILABLE);

        assertThat(readVerified(fake.lastNotice("checkout.session.completed")).reports())
                .singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class,
                        received -> assertThat(received.paid().methodDetails()).isNull());
    }

    @Test
    void a_paid_session_is_read_with_one_call_for_its_charge() {
        var details = newPayment();
        var session = paySession(details);
        var calls = fake.requests().size();

        var notice = fake.lastNotice("checkout.session.completed");
        var verified = readVerified(notice);

        assertThat(verified.noticeRef()).isEqualTo(ref(notice.id()));
        assertThat(verified.paymentRefs()).containsExactly(ref(session),
                ref(fake.intentOf(session)),
                details.ownRef());
        assertThat(verified.reports()).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class,
                        paymentReceived -> {
                            assertThat(paymentReceived.paid().amount()).isEqualTo(PRICE);
                            assertThat(paymentReceived.paid().ref())
                                    .isEqualTo(ref(fake.intentOf(session)));
                        });
        assertThat(fake.requests()).hasSize(calls + 1);
        assertThat(fake.requests().getLast().path()).startsWith("/v1/payment_intents/pi_");
    }

    @Test
    void complete_is_not_paid_and_what_comes_days_later_is() {
        var session = openCheckout(newPayment()).ref().id();
        fake.submit(session);
        assertThat(readReport(fake.lastNotice("checkout.session.completed")))
                .isInstanceOf(PaymentSubmitted.class);

        clock.advance(Duration.ofDays(5));
        fake.settle(session, true);

        assertThat(readReport(fake.lastNotice("checkout.session.async_payment_succeeded")))
                .isInstanceOf(PaymentReceived.class);
    }

    @Test
    void what_fails_days_later_is_declined() {
        var session = openCheckout(newPayment()).ref().id();
        fake.submit(session);
        fake.settle(session, false);

        assertThat(readReport(fake.lastNotice("checkout.session.async_payment_failed")))
                .isInstanceOf(PaymentDeclined.class);
    }

    @Test
    void a_session_that_was_not_paid_is_cancelled() {
        openCheckout(newPayment());
        clock.advance(Duration.ofDays(1));
        fake.tick();

        assertThat(readReport(fake.lastNotice("checkout.session.expired")))
                .isInstanceOf(PaymentCancelled.class);
    }

    @Test
    void a_refund_of_ours_is_reported_under_our_key() {
        var details = newPayment();
        var session = paySession(details);
        fake.keepRefundsPending(true);
        var unused = stripeGateway.refund(instruction("key-1", details, session, 100));

        var about = readVerified(fake.lastNotice("refund.created")).paymentRefs();
        assertThat(about).containsExactly(ref(fake.intentOf(session)), details.ownRef());
        assertThat(readReport(fake.lastNotice("refund.created")))
                .isEqualTo(refund("key-1", RefundStatus.PENDING));

        fake.settleRefunds(true);
        assertThat(readReport(fake.lastNotice("refund.updated")))
                .isEqualTo(refund("key-1", RefundStatus.SUCCEEDED));
    }

    @Test
    void a_refund_that_failed_is_reported_under_our_key() {
        var details = newPayment();
        var session = paySession(details);
        fake.keepRefundsPending(true);
        var unused = stripeGateway.refund(instruction("key-2", details, session, 100));
        fake.settleRefunds(false);

        assertThat(readReport(fake.lastNotice("refund.failed")))
                .isEqualTo(refund("key-2", RefundStatus.FAILED));
    }

    @Test
    void a_refund_in_the_dashboard_finds_its_payment_by_the_metadata_of_the_intent() {
        var details = newPayment();
        var session = paySession(details);

        var refund = fake.refund(session, 100);

        assertThat(readVerified(fake.lastNotice("refund.created")).paymentRefs())
                .contains(details.ownRef());
        assertThat(readReport(fake.lastNotice("refund.created")))
                .isEqualTo(refund(refund, RefundStatus.SUCCEEDED));
    }

    @Test
    void a_charge_that_was_refunded_says_not_what_so_the_refunds_are_read() {
        var details = newPayment();
        var session = paySession(details);
        var first = fake.refund(session, 100);
        var second = fake.refund(session, 100);

        var verified = readVerified(fake.lastNotice("charge.refunded"));

        assertThat(verified.paymentRefs()).contains(details.ownRef());
        assertThat(verified.reports()).containsExactlyInAnyOrder(
                refund(first, RefundStatus.SUCCEEDED), refund(second, RefundStatus.SUCCEEDED));
    }

    @Test
    void a_dispute_finds_its_payment_by_the_metadata_of_the_intent() {
        var details = newPayment();
        var session = paySession(details);
        var dispute = fake.dispute(session, 114_818);

        assertThat(readVerified(fake.lastNotice("charge.dispute.created")).paymentRefs())
                .containsExactly(ref(fake.intentOf(session)), details.ownRef());
        assertThat(dispute(fake.lastNotice("charge.dispute.funds_withdrawn")))
                .isEqualTo(new Dispute(dispute, PRICE, DisputeStatus.OPEN));
        fake.close(dispute, "won");

        assertThat(dispute(fake.lastNotice("charge.dispute.closed")).status())
                .isEqualTo(DisputeStatus.WON);
        assertThat(dispute(fake.lastNotice("charge.dispute.funds_reinstated")).status())
                .isEqualTo(DisputeStatus.WON);
    }

    @Test
    void a_question_of_the_bank_is_none_of_ours() {
        fake.inquire(paySession(newPayment()), 114_818);

        assertThat(read(fake.lastNotice("charge.dispute.created"))).isInstanceOf(Irrelevant.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"2025-03-31.basil", "2020-08-27", "2026-10-28.endive", "", ".", "x"})
    void an_event_of_another_release_train_is_read_back_and_never_dropped(String version) {
        fake.setEventVersion(version);
        var details = newPayment();
        var session = paySession(details);
        var refund = fake.refund(session, 100);
        var dispute = fake.dispute(session, 1_000);

        var verified = readVerified(fake.lastNotice("checkout.session.completed"));
        assertThat(verified.paymentRefs()).contains(ref(session), details.ownRef());
        assertThat(verified.reports()).singleElement().isInstanceOf(PaymentReceived.class);
        assertThat(readReport(fake.lastNotice("refund.created")))
                .isEqualTo(refund(refund, RefundStatus.SUCCEEDED));
        assertThat(readVerified(fake.lastNotice("charge.refunded")).reports()).hasSize(1);
        assertThat(dispute(fake.lastNotice("charge.dispute.created")).key()).isEqualTo(dispute);
    }

    @Test
    void a_newer_version_of_the_same_train_is_read_as_it_is() {
        fake.setEventVersion("2026-08-26.dahlia");
        paySession(newPayment());
        var calls = fake.requests().size();

        assertThat(readReport(fake.lastNotice("checkout.session.completed")))
                .isInstanceOf(PaymentReceived.class);
        assertThat(fake.requests().stream().skip(calls))
                .allMatch(call -> call.path().startsWith("/v1/payment_intents/"));
    }

    @Test
    void what_cannot_be_read_back_now_comes_again() {
        fake.setEventVersion("2020-08-27");
        paySession(newPayment());
        fake.failNext(StripeFault.UNAVAILABLE);
        assertThat(read(fake.lastNotice("checkout.session.completed")))
                .isInstanceOf(Unverified.class);

        assertThat(read(fake.lastNotice("checkout.session.completed")))
                .isInstanceOf(Verified.class);
    }

    @Test
    void another_amount_is_reported_as_it_is_and_one_that_cannot_be_read_as_unreadable() {
        var session = openCheckout(newPayment()).ref().id();
        fake.misreport(session, 1, "usd");
        fake.pay(session);
        assertThat(readReport(fake.lastNotice("checkout.session.completed")))
                .isInstanceOfSatisfying(
                        PaymentReceived.class,
                        paymentReceived -> assertThat(paymentReceived.paid().amount())
                                .isEqualTo(Money.of(1, "USD")));

        var odd = openCheckout(newPayment()).ref().id();
        fake.misreport(odd, 550, "isk");
        fake.pay(odd);
        assertThat(readReport(fake.lastNotice("checkout.session.completed")))
                .isInstanceOf(UnreadableReport.class);
    }

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

    @Test
    void a_bad_signature_is_invalid_with_any_body() {
        paySession(newPayment());
        var notice = fake.lastNotice("checkout.session.completed");
        var headers = fake.headers(notice);

        assertThat(read(notice.reserialized(), headers)).isInstanceOf(InvalidSignature.class);
        assertThat(read(notice.truncated(), headers)).isInstanceOf(InvalidSignature.class);
        assertThat(read(notice, Map.of())).isInstanceOf(InvalidSignature.class);
        assertThat(read(notice, Map.of("stripe-signature", "t=1,v1=00")))
                .isInstanceOf(InvalidSignature.class);
        fake.signWith("whsec_wrong");
        assertThat(read(notice)).isInstanceOfSatisfying(InvalidSignature.class,
                invalidSignature -> assertThat(invalidSignature.why()).doesNotContain(SECRET));
    }

    @Test
    void a_signature_is_valid_as_long_as_it_is_fresh() {
        paySession(newPayment());
        var notice = fake.lastNotice("checkout.session.completed");
        var headers = fake.headers(notice);

        clock.advance(Duration.ofSeconds(300));
        assertThat(read(notice, headers)).isInstanceOf(Verified.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(read(notice, headers)).isInstanceOf(InvalidSignature.class);
        assertThat(read(notice)).isInstanceOf(Verified.class);
    }

    @Test
    void a_notice_with_an_invalid_signature_is_not_parsed_and_causes_no_call() {
        fake.setEventVersion("2020-08-27");
        paySession(newPayment());
        var notice = fake.lastNotice("checkout.session.completed");
        var calls = fake.requests().size();

        assertThat(read(notice, Map.of("stripe-signature", "t=1")))
                .isInstanceOf(InvalidSignature.class);
        assertThat(fake.requests()).hasSize(calls);
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

    private Dispute dispute(FakeStripeNotice notice) {
        return ((DisputeUpdated) readReport(notice)).dispute();
    }

    private RefundUpdated refund(String key, RefundStatus refundStatus) {
        return new RefundUpdated(
                new PaymentRefund(key, Money.of(100, "EUR"), refundStatus, clock.instant()));
    }

    private Object read(FakeStripeNotice notice, Map<String, String> headers) {
        return notices.read(notice.bytes(), headers, "127.0.0.1");
    }
}
