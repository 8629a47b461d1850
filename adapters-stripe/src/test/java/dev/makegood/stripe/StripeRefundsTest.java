package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.stripe.fake.StripeFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Refunds that we request of Stripe. */
class StripeRefundsTest extends StripeFixture {

    @Test
    void a_refund_carries_its_key_and_its_payment_to_stripe() {
        var details = newPayment();
        var session = paySession(details);

        assertThat(stripeGateway.refund(instruction("a-key", details, session, 100)))
                .isInstanceOf(RefundAccepted.class);

        assertThat(last().headers()).containsEntry("idempotency-key", "a-key");
        assertThat(decoded(last().body()).split("&")).containsExactlyInAnyOrder("amount=100",
                "metadata[makegood_refund_key]=a-key",
                "metadata[makegood_payment_id]=" + details.id(),
                "payment_intent=" + fake.intentOf(session));
    }

    @Test
    void a_refund_named_after_its_session_goes_to_the_payment_of_it() {
        var details = newPayment();
        var session = paySession(details);
        var instruction =
                new PaymentGateway.RefundInstruction("by-session", details, ref(session), PRICE, "",
                        clock.instant());

        assertThat(stripeGateway.refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(stripeGateway.refund(new PaymentGateway.RefundInstruction("nothing", details,
                openCheckout(newPayment()).ref(), PRICE, "", clock.instant())))
                        .isInstanceOf(PaymentGateway.Declined.class);
    }

    @Test
    void a_refund_whose_response_was_lost_is_found_before_it_is_requested_again() {
        var details = newPayment();
        var instruction = instruction("lost-answer", details, paySession(details), 100);
        var before = fake.refunds().size();
        fake.failNextPost(StripeFault.LOSE_ANSWER);

        assertThat(stripeGateway.refund(instruction)).isInstanceOf(Unknown.class);
        clock.advance(Duration.ofHours(25));

        assertThat(stripeGateway.refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(fake.refunds()).hasSize(before + 1);
    }

    @Test
    void a_refund_that_may_be_the_one_requested_is_not_requested_again() {
        var details = newPayment();
        var session = paySession(details);
        var unused = stripeGateway.refund(instruction("ours", details, session, 100));
        var made = fake.refunds().getLast().path("id").stringValue();
        fake.distort(made, "amount", "[]");
        clock.advance(Duration.ofDays(2));
        var before = fake.refunds().size();

        assertThat(stripeGateway.refund(instruction("ours", details, session, 100)))
                .isInstanceOfSatisfying(Unknown.class,
                        unknown -> assertThat(unknown.why()).contains(made));
        assertThat(fake.refunds()).hasSize(before);
    }
}
