package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.DisputeUpdated;
import dev.makegood.payment.GatewayReport.PaymentDeclined;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.PaymentSubmitted;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Stripe shows of a payment when it is asked. */
class StripePollsTest extends StripeFixture {

    @Test
    void a_session_that_is_complete_is_not_a_session_that_is_paid() {
        var session = openCheckout(newPayment()).ref().id();
        fake.submit(session);

        assertThat(pollReports(session)).singleElement().isInstanceOf(PaymentSubmitted.class);
        assertThat(pollReports(fake.intentOf(session))).singleElement()
                .isInstanceOf(PaymentSubmitted.class);
        fake.settle(session, true);

        assertThat(pollReports(session)).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class,
                        paymentReceived -> assertThat(paymentReceived.paid().method())
                                .isEqualTo("sepa_debit"));
    }

    @Test
    void what_fails_after_days_is_declined_with_its_reason() {
        var session = openCheckout(newPayment()).ref().id();
        fake.submit(session);
        fake.settle(session, false);

        assertThat(pollReports(session)).singleElement()
                .isInstanceOfSatisfying(PaymentDeclined.class,
                        paymentDeclined -> assertThat(paymentDeclined.why())
                                .contains("payment_attempt_failed"));
        assertThat(pollReports(fake.intentOf(session))).singleElement()
                .isInstanceOf(PaymentDeclined.class);
    }

    @Test
    void what_cost_nothing_is_paid_and_the_core_sees_that_it_is_not_what_was_billed() {
        var session = openCheckout(newPayment()).ref().id();
        fake.payNothing(session);

        assertThat(pollReports(session)).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class,
                        paymentReceived -> {
                            assertThat(paymentReceived.paid().amount().isNone()).isTrue();
                            assertThat(paymentReceived.paid().ref()).isEqualTo(ref(session));
                        });
    }

    @Test
    void another_amount_or_currency_is_reported_as_it_is() {
        var session = paySession(newPayment());
        fake.misreport(session, 1, "usd");

        assertThat(pollReports(session)).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class,
                        paymentReceived -> assertThat(paymentReceived.paid().amount())
                                .isEqualTo(Money.of(1, "USD")));
    }

    @Test
    void an_amount_that_we_do_not_know_is_unknown() {
        var session = paySession(newPayment());
        fake.misreport(session, 550, "isk");

        assertThat(stripeGateway.poll(ref(session))).isInstanceOf(Unknown.class);
    }

    @Test
    void a_refund_or_dispute_that_cannot_be_read_hides_nothing_else() {
        var details = newPayment();
        var session = paySession(details);
        var odd = fake.refund(session, 100);
        var good = fake.refund(session, 200);
        var dispute = fake.dispute(session, 300);
        fake.distort(odd, "amount", "\"one\"");
        fake.distort(dispute, "currency", "\"zzz\"");

        assertThat(pollReports(session)).hasSize(4)
                .hasAtLeastOneElementOfType(GatewayReport.PaymentReceived.class)
                .anyMatch(it -> it instanceof GatewayReport.RefundUpdated r
                        && r.refund()
                                .key()
                                .equals(good))
                .anyMatch(it -> it instanceof GatewayReport.UnreadableReport r
                        && r.why()
                                .contains(odd))
                .anyMatch(it -> it instanceof GatewayReport.UnreadableReport r
                        && r.why()
                                .contains(dispute));
    }

    @Test
    void a_refund_that_had_succeeded_may_fail_later() {
        var details = newPayment();
        var session = paySession(details);
        var unused = stripeGateway.refund(instruction("bounces", details, session, 100));

        fake.failRefund(fake.refunds().getLast().path("id").stringValue());

        assertThat(pollReports(session)).filteredOn(RefundUpdated.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(RefundUpdated.class,
                        is -> assertThat(is.refund().status()).isEqualTo(RefundStatus.FAILED));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"won,WON", "lost,LOST", "under_review,OPEN", "a_new_word,OPEN", "prevented,WON"})
    void a_dispute_is_seen_as_far_as_it_is(String status, DisputeStatus disputeStatus) {
        var session = paySession(newPayment());
        var dispute = fake.dispute(session, 114_818);
        assertThat(disputeOf(session).status()).isEqualTo(DisputeStatus.OPEN);

        fake.close(dispute, status);

        assertThat(disputeOf(session)).isEqualTo(new Dispute(dispute, PRICE, disputeStatus));
    }

    @Test
    void an_inquiry_of_the_bank_moves_no_money() {
        var session = paySession(newPayment());
        fake.inquire(session, 114_818);

        assertThat(pollReports(session)).singleElement().isInstanceOf(PaymentReceived.class);
    }

    @Test
    void more_refunds_than_a_page_holds_are_all_seen() {
        var session = paySession(newPayment());
        for (int i = 0; i < 105; i++) {
            fake.refund(session, 1);
        }

        assertThat(pollReports(session)).hasSize(106).doesNotHaveDuplicates();
    }

    private Dispute disputeOf(String session) {
        return pollReports(session).stream()
                .filter(DisputeUpdated.class::isInstance)
                .map(report -> ((DisputeUpdated) report).dispute())
                .findFirst()
                .orElseThrow();
    }
}
