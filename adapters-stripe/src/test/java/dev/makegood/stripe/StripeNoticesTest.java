package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.Dispute.Stage;
import dev.makegood.payment.GatewayReport.Declined;
import dev.makegood.payment.GatewayReport.DisputeIs;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.GatewayReport.RefundIs;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.NoticeReader.Forged;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.Unproved;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import dev.makegood.stripe.fake.Fault;
import dev.makegood.stripe.fake.Notice;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeNoticesTest extends AtStripe {

    @Test
    void a_paid_session_is_received_without_asking_stripe() {
        var bill = aBill();
        var session = paid(bill);
        var calls = fake.calls().size();

        var notice = fake.last("checkout.session.completed");
        var believed = believed(notice);

        assertThat(believed.notice()).isEqualTo(ref(notice.id()));
        assertThat(believed.about()).containsExactly(ref(session), ref(fake.intentOf(session)),
                bill.ref());
        assertThat(believed.reports()).singleElement()
                .isInstanceOfSatisfying(Received.class,
                        received -> {
                            assertThat(received.paid().amount()).isEqualTo(PRICE);
                            assertThat(received.paid().ref())
                                    .isEqualTo(ref(fake.intentOf(session)));
                        });
        assertThat(fake.calls()).hasSize(calls);
    }

    @Test
    void complete_is_not_paid_and_what_comes_days_later_is() {
        var session = opened(aBill()).ref().id();
        fake.submit(session);
        assertThat(told(fake.last("checkout.session.completed"))).isInstanceOf(NotPaidYet.class);

        clock.pass(Duration.ofDays(5));
        fake.settle(session, true);

        assertThat(told(fake.last("checkout.session.async_payment_succeeded")))
                .isInstanceOf(Received.class);
    }

    @Test
    void what_fails_days_later_is_declined() {
        var session = opened(aBill()).ref().id();
        fake.submit(session);
        fake.settle(session, false);

        assertThat(told(fake.last("checkout.session.async_payment_failed")))
                .isInstanceOf(Declined.class);
    }

    @Test
    void a_session_nobody_paid_is_given_up() {
        opened(aBill());
        clock.pass(Duration.ofDays(1));
        fake.tick();

        assertThat(told(fake.last("checkout.session.expired"))).isInstanceOf(GivenUp.class);
    }

    @Test
    void a_refund_of_ours_is_told_under_our_key() {
        var bill = aBill();
        var session = paid(bill);
        fake.holdRefunds(true);
        var unused = stripe.giveBack(order("key-1", bill, session, 100));

        var about = believed(fake.last("refund.created")).about();
        assertThat(about).containsExactly(ref(fake.intentOf(session)), bill.ref());
        assertThat(told(fake.last("refund.created"))).isEqualTo(refund("key-1", State.PENDING));

        fake.settleRefunds(true);
        assertThat(told(fake.last("refund.updated"))).isEqualTo(refund("key-1", State.SUCCEEDED));
    }

    @Test
    void a_refund_that_failed_is_told_under_our_key() {
        var bill = aBill();
        var session = paid(bill);
        fake.holdRefunds(true);
        var unused = stripe.giveBack(order("key-2", bill, session, 100));
        fake.settleRefunds(false);

        assertThat(told(fake.last("refund.failed"))).isEqualTo(refund("key-2", State.FAILED));
    }

    @Test
    void a_refund_in_the_dashboard_finds_its_payment_by_the_mark_on_the_intent() {
        var bill = aBill();
        var session = paid(bill);

        var refund = fake.refund(session, 100);

        assertThat(believed(fake.last("refund.created")).about()).contains(bill.ref());
        assertThat(told(fake.last("refund.created"))).isEqualTo(refund(refund, State.SUCCEEDED));
    }

    @Test
    void a_charge_that_was_refunded_says_not_what_so_the_refunds_are_read() {
        var bill = aBill();
        var session = paid(bill);
        var first = fake.refund(session, 100);
        var second = fake.refund(session, 100);

        var believed = believed(fake.last("charge.refunded"));

        assertThat(believed.about()).contains(bill.ref());
        assertThat(believed.reports()).containsExactlyInAnyOrder(
                refund(first, State.SUCCEEDED), refund(second, State.SUCCEEDED));
    }

    @Test
    void a_dispute_finds_its_payment_by_the_mark_on_the_intent() {
        var bill = aBill();
        var session = paid(bill);
        var dispute = fake.dispute(session, 114_818);

        assertThat(believed(fake.last("charge.dispute.created")).about())
                .containsExactly(ref(fake.intentOf(session)), bill.ref());
        assertThat(dispute(fake.last("charge.dispute.funds_withdrawn")))
                .isEqualTo(new Dispute(dispute, PRICE, Stage.OPEN));
        fake.close(dispute, "won");

        assertThat(dispute(fake.last("charge.dispute.closed")).stage()).isEqualTo(Stage.WON);
        assertThat(dispute(fake.last("charge.dispute.funds_reinstated")).stage())
                .isEqualTo(Stage.WON);
    }

    @Test
    void a_question_of_the_bank_is_none_of_ours() {
        fake.inquire(paid(aBill()), 114_818);

        assertThat(read(fake.last("charge.dispute.created"))).isInstanceOf(Irrelevant.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"2025-03-31.basil", "2020-08-27", "2026-10-28.endive", "", ".", "x"})
    void an_event_of_another_release_train_is_read_back_and_never_dropped(String version) {
        fake.eventsOf(version);
        var bill = aBill();
        var session = paid(bill);
        var refund = fake.refund(session, 100);
        var dispute = fake.dispute(session, 1_000);

        var believed = believed(fake.last("checkout.session.completed"));
        assertThat(believed.about()).contains(ref(session), bill.ref());
        assertThat(believed.reports()).singleElement().isInstanceOf(Received.class);
        assertThat(told(fake.last("refund.created"))).isEqualTo(refund(refund, State.SUCCEEDED));
        assertThat(believed(fake.last("charge.refunded")).reports()).hasSize(1);
        assertThat(dispute(fake.last("charge.dispute.created")).key()).isEqualTo(dispute);
    }

    @Test
    void a_newer_version_of_the_same_train_is_read_as_it_is() {
        fake.eventsOf("2026-08-26.dahlia");
        paid(aBill());
        var calls = fake.calls().size();

        assertThat(told(fake.last("checkout.session.completed"))).isInstanceOf(Received.class);
        assertThat(fake.calls()).hasSize(calls);
    }

    @Test
    void what_cannot_be_read_back_now_comes_again() {
        fake.eventsOf("2020-08-27");
        paid(aBill());
        fake.next(Fault.UNAVAILABLE);
        assertThat(read(fake.last("checkout.session.completed"))).isInstanceOf(Unproved.class);

        assertThat(read(fake.last("checkout.session.completed"))).isInstanceOf(Believed.class);
    }

    @Test
    void another_amount_is_told_as_it_is_and_money_we_do_not_know_is_not_believed() {
        var session = opened(aBill()).ref().id();
        fake.misreport(session, 1, "usd");
        fake.pay(session);
        assertThat(told(fake.last("checkout.session.completed"))).isInstanceOfSatisfying(
                Received.class,
                received -> assertThat(received.paid().amount()).isEqualTo(Money.of(1, "USD")));

        var odd = opened(aBill()).ref().id();
        fake.misreport(odd, 550, "isk");
        fake.pay(odd);
        assertThat(read(fake.last("checkout.session.completed"))).isInstanceOf(Unproved.class);
    }

    @Test
    void types_we_do_not_know_or_want_are_answered_kindly() {
        paid(aBill());

        assertThat(read(fake.last("payment_intent.created"))).isInstanceOf(Irrelevant.class);
        assertThat(read(fake.last("charge.succeeded"))).isInstanceOf(Irrelevant.class);
        assertThat(read(fake.invent("something.new", "{\"id\":\"x_1\",\"object\":\"x\"}")))
                .isInstanceOf(Irrelevant.class);
    }

    @Test
    void a_session_that_we_did_not_make_is_none_of_ours() {
        assertThat(read(invented("cs_test_other", "{}"))).isInstanceOf(Irrelevant.class);
        assertThat(read(fake.invent("refund.created",
                "{\"id\":\"re_1\",\"object\":\"refund\",\"amount\":1,\"currency\":\"eur\"}")))
                        .isInstanceOf(Irrelevant.class);
    }

    @Test
    void a_session_that_only_stripe_knows_is_told_by_all_its_names() {
        var believed = believed(invented("cs_test_lost", "{\"payment\":\"nobody\"}"));

        assertThat(believed.about()).containsExactly(ref("cs_test_lost"), ref("nobody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "an invoice of another system's", "☃"})
    void a_mark_that_we_never_wrote_is_none_of_ours(String mark) {
        assertThat(read(invented("cs_test_other", "{\"payment\":\"" + mark + "\"}")))
                .isInstanceOf(Irrelevant.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../refunds", "cs_test_1/expire", "cs?x=1", "", " ", "cs\\r\\nX: y",
            "☃"})
    void a_hostile_id_leads_nowhere(String id) {
        var calls = fake.calls().size();

        assertThat(read(invented(id, "{}"))).isInstanceOf(Irrelevant.class);
        assertThat(read(invented(id, "{\"payment\":\"7\"}"))).isInstanceOf(Irrelevant.class);
        fake.eventsOf("2020-08-27");
        assertThat(read(invented(id, "{}"))).isInstanceOf(Irrelevant.class);
        assertThat(fake.calls()).hasSize(calls);
    }

    @Test
    void a_bad_proof_is_forged_whatever_the_body_says() {
        paid(aBill());
        var notice = fake.last("checkout.session.completed");
        var headers = fake.headers(notice);

        assertThat(read(notice.rewritten(), headers)).isInstanceOf(Forged.class);
        assertThat(read(notice.truncated(), headers)).isInstanceOf(Forged.class);
        assertThat(read(notice, Map.of())).isInstanceOf(Forged.class);
        assertThat(read(notice, Map.of("stripe-signature", "t=1,v1=00")))
                .isInstanceOf(Forged.class);
        fake.signWith("whsec_wrong");
        assertThat(read(notice)).isInstanceOfSatisfying(Forged.class,
                forged -> assertThat(forged.why()).doesNotContain(SECRET));
    }

    @Test
    void a_proof_is_as_good_as_it_is_fresh() {
        paid(aBill());
        var notice = fake.last("checkout.session.completed");
        var headers = fake.headers(notice);

        clock.pass(Duration.ofSeconds(300));
        assertThat(read(notice, headers)).isInstanceOf(Believed.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(read(notice, headers)).isInstanceOf(Forged.class);
        assertThat(read(notice)).isInstanceOf(Believed.class);
    }

    @Test
    void a_forged_notice_is_not_even_parsed_and_asks_nobody() {
        fake.eventsOf("2020-08-27");
        paid(aBill());
        var notice = fake.last("checkout.session.completed");
        var calls = fake.calls().size();

        assertThat(read(notice, Map.of("stripe-signature", "t=1"))).isInstanceOf(Forged.class);
        assertThat(fake.calls()).hasSize(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{", "7", "\"x\"", "{\"id\":7}", "{} {}",
            "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"created\":1e400,"
                    + "\"data\":{\"object\":{\"id\":\"cs_1\"}}}",
            "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"created\":1,"
                    + "\"data\":{\"object\":[]}}",
            "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"created\":1,"
                    + "\"data\":{\"object\":{\"id\":{}}}}"})
    void what_is_signed_and_no_event_is_answered_kindly(String body) {
        assertThat(read(new Notice("evt_1", "", body))).isInstanceOf(Irrelevant.class);
    }

    @Test
    void a_body_that_is_deep_breaks_nothing() {
        var deep = "[".repeat(10_000) + "]".repeat(10_000);
        var body = "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"created\":1,"
                + "\"api_version\":\"2026-07-29.dahlia\",\"data\":{\"object\":{\"id\":\"cs_1\","
                + "\"metadata\":" + deep + "}}}";

        assertThat(read(new Notice("evt_1", "", body))).isInstanceOf(Irrelevant.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void no_signed_body_that_dice_write_breaks_the_reader(long seed) {
        var dice = new Random(seed);
        paid(aBill());
        var good = fake.last("checkout.session.completed");
        for (int step = 0; step < 300; step++) {
            var body = new StringBuilder(good.body());
            for (int i = dice.nextInt(4); i >= 0; i--) {
                body.setCharAt(dice.nextInt(body.length()), "{}[]\",:0a\\\u0000é".charAt(dice
                        .nextInt(12)));
            }
            assertThat(read(new Notice("", "", body.toString())))
                    .as("seed %d step %d: %s", seed, step, body)
                    .isNotNull();
        }
    }

    private Notice invented(String session, String metadata) {
        return fake.invent("checkout.session.completed", """
                {"id":"%s","object":"checkout.session","payment_status":"paid",
                 "status":"complete","amount_total":5,"currency":"eur","metadata":%s}"""
                .formatted(session, metadata));
    }

    private Dispute dispute(Notice notice) {
        return ((DisputeIs) told(notice)).dispute();
    }

    private RefundIs refund(String key, State state) {
        return new RefundIs(
                new PaymentRefund(key, Money.of(100, "EUR"), state, clock.instant()));
    }

    private Object read(Notice notice, Map<String, String> headers) {
        return notices.read(notice.bytes(), headers, "127.0.0.1");
    }
}
