package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.PaymentAuthorised;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.Unverified;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.yookassa.YooKassaSettings.CaptureMode;
import dev.makegood.yookassa.fake.YooKassaFault;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices that YooKassa sent. */
class YooKassaNoticesTest extends YooKassaNoticesTestBase {

    @Test
    void what_was_paid_is_verified_without_any_signature() {
        var details = fixture.newPayment();
        var ref = fixture.payCheckout(details);

        fixture.fake.tick();

        assertThat(endpoint.readings).singleElement()
                .isInstanceOfSatisfying(Verified.class, reading -> {
                    assertThat(reading.noticeRef())
                            .isEqualTo(ref("payment.succeeded/" + ref.id() + "/succeeded"));
                    assertThat(reading.paymentRefs()).containsExactly(ref, details.ownRef());
                    assertThat(reading.reports()).isEqualTo(fixture.pollReports(ref));
                });
    }

    @Test
    void the_same_notice_has_the_same_name_each_time() {
        var ref = fixture.payCheckout(fixture.newPayment());
        for (int i = 0; i < 5; i++) {
            send(notice("payment.succeeded"));
        }

        assertThat(endpoint.readings).hasSize(5)
                .allMatch(reading -> ((Verified) reading).noticeRef()
                        .equals(ref("payment.succeeded/" + ref.id() + "/succeeded")));
        assertThat(endpoint.bodies.stream().distinct()).hasSize(1);
    }

    @Test
    void a_payment_that_was_not_paid_is_reported_as_cancelled() {
        var ref = fixture.openCheckout(fixture.newPayment()).ref();

        fixture.passTime(Duration.ofHours(1));

        assertThat(readVerified().paymentRefs()).contains(ref);
        assertThat(readVerified().reports()).containsExactly(
                new PaymentCancelled("expired_on_confirmation", fixture.clock.instant()));
    }

    @Test
    void a_late_notice_of_an_authorisation_is_read_as_what_is_true_now() {
        var gateway = fixture.gateway(it -> it.withCaptureMode(CaptureMode.MANUAL));
        var details = fixture.newPayment();
        var ref = fixture.openCheckout(gateway, details).ref();
        fixture.fake.pay(ref.id());
        send(notice("payment.waiting_for_capture"));
        assertThat(readVerified().reports()).singleElement().isInstanceOf(PaymentAuthorised.class);
        assertThat(gateway.capture(ref, details)).isNotNull();

        send(notice("payment.succeeded"));
        send(notice("payment.waiting_for_capture"));

        assertThat(readVerified().reports()).singleElement().isInstanceOf(PaymentReceived.class);
        assertThat(
                endpoint.readings.stream()
                        .map(reading -> ((Verified) reading).noticeRef())
                        .distinct())
                                .hasSize(3);
    }

    @Test
    void a_notice_before_its_status_is_unverified_and_comes_again() {
        fixture.fake.delayReads(Duration.ofMinutes(5));
        var details = fixture.newPayment();
        var ref = fixture.openCheckout(details).ref();
        fixture.passTime(Duration.ofMinutes(10));
        fixture.fake.pay(ref.id());

        fixture.fake.tick();
        fixture.passTime(Duration.ofMinutes(6));

        assertThat(endpoint.readings).hasSize(2);
        assertThat(endpoint.readings.getFirst()).isInstanceOf(Unverified.class);
        assertThat(readVerified().reports()).singleElement().isInstanceOf(PaymentReceived.class);
    }

    @Test
    void a_notice_of_a_payment_not_made_yet_says_nothing_of_it() {
        fixture.fake.delayReads(Duration.ofMinutes(5));
        fixture.fake.failNext(YooKassaFault.LOSE_ANSWER);
        var unknown = fixture.gateway.open(fixture.newPayment());
        var id = fixture.fake.payments().getFirst().path("id").stringValue();
        fixture.fake.pay(id);

        fixture.fake.tick();

        assertThat(unknown).isNotNull();
        assertThat(readVerified().reports()).isEmpty();
        assertThat(readVerified().noticeRef())
                .isEqualTo(ref("absent/" + fixture.clock.instant().truncatedTo(ChronoUnit.HOURS)));
    }

    @Test
    void a_payment_that_we_did_not_request_is_reported_under_their_id_alone() {
        var id = fixture.fake.sellWithoutUs(Money.of(30_000, "RUB"));

        fixture.fake.tick();

        assertThat(readVerified().paymentRefs()).containsExactly(ref(id));
        assertThat(readVerified().reports()).singleElement().isInstanceOf(PaymentReceived.class);
    }

    @ParameterizedTest
    @EnumSource(value = YooKassaFault.class, mode = Mode.EXCLUDE,
            names = {"NONE", "NO_CONFIRMATION",
                    "UNAUTHORIZED", "FORBIDDEN", "LOSE_ANSWER", "CUT_BEFORE", "CUT_SHORT"})
    void a_notice_that_cannot_be_proved_now_comes_again(YooKassaFault fault) {
        var unused = fixture.payCheckout(fixture.newPayment());
        fixture.fake.failNext(fault);

        fixture.fake.tick();
        fixture.passTime(Duration.ofMinutes(1));

        assertThat(endpoint.readings).hasSize(2);
        assertThat(endpoint.readings.getFirst()).isInstanceOf(Unverified.class);
        assertThat(readVerified().reports()).singleElement().isInstanceOf(PaymentReceived.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payout.succeeded", "deal.closed", "payment_method.active",
            "something.of_tomorrow"})
    void notices_of_other_products_are_accepted_and_have_no_effect(String event) {
        assertThat(read("{\"event\":\"" + event + "\",\"object\":{\"id\":\"po-1\"}}", THEIRS))
                .isInstanceOf(Irrelevant.class);
    }

    @Test
    void unknown_fields_are_ignored() {
        var ref = fixture.payCheckout(fixture.newPayment());

        assertThat(read("{\"sent_by\":{\"x\":[1]},\"event\":\"payment.succeeded\",\"object\":"
                + "{\"id\":\"" + ref.id() + "\",\"new\":true}}", THEIRS))
                        .isInstanceOf(Verified.class);
    }

    @Test
    void a_refund_is_reported_about_its_payment() {
        var details = fixture.newPayment();
        var paid = fixture.payCheckout(details);
        fixture.fake.keepRefundsPending();
        assertThat(fixture.gateway.refund(fixture.instruction("ours", details, paid, 5_000)))
                .isInstanceOf(RefundAccepted.class);
        fixture.fake.endRefunds();

        send(notice("refund.succeeded"));

        assertThat(readVerified().paymentRefs()).containsExactly(paid, details.ownRef());
        assertThat(refunds(readVerified().reports()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(tuple("ours", Money.of(5_000, "RUB"), RefundStatus.SUCCEEDED));
    }

    @Test
    void a_refund_in_the_cabinet_is_reported_with_their_key() {
        var paid = fixture.payCheckout(fixture.newPayment());
        var theirs = fixture.fake.refundInCabinet(paid.id(), Money.of(700, "RUB"));

        fixture.fake.tick();

        assertThat(refunds(readVerified().reports()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(tuple(theirs, Money.of(700, "RUB"), RefundStatus.SUCCEEDED));
        assertThat(readVerified().noticeRef())
                .isEqualTo(ref("refund.succeeded/" + theirs + "/succeeded"));
    }

    @Test
    void notices_in_any_order_end_in_the_same_reports() {
        var details = fixture.newPayment();
        var paid = fixture.payCheckout(details);
        assertThat(fixture.gateway.refund(fixture.instruction("a", details, paid, 5_000)))
                .isNotNull();
        fixture.fake.refundInCabinet(paid.id(), Money.of(700, "RUB"));

        fixture.fake.webhooks().notices().reversed().forEach(this::send);

        assertThat(endpoint.readings).hasSize(3)
                .extracting(reading -> ((Verified) reading).reports())
                .containsOnly(fixture.pollReports(paid));
    }
}
