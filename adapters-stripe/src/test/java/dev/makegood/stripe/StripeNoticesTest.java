package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentDeclined;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.PaymentSubmitted;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.NoticeReader.Unverified;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.stripe.fake.StripeFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices of payments, as Stripe sends them. */
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
}
