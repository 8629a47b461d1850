package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.Dispute;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import org.junit.jupiter.api.Test;

/** Notices of refunds and disputes, as Stripe sends them. */
class StripeReversalNoticesTest extends StripeFixture {

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
}
