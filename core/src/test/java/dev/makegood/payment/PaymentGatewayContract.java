package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PaymentGateway} must do; extend it for yours, and let the hooks act on its
 * other side.
 */
public abstract class PaymentGatewayContract extends GatewayCheckoutsContract {

    @Test
    void a_refund_is_reported_with_our_key() {
        var instruction = instruction("first", paid(newDetails()), 50);

        var answer = gateway().refund(instruction);

        assertThat(answer).isInstanceOfSatisfying(RefundAccepted.class, refundAccepted -> {
            assertThat(refundAccepted.refund().key()).isEqualTo(instruction.key());
            assertThat(refundAccepted.refund().amount()).isEqualTo(instruction.amount());
        });
        assertThat(refunds(instruction.paymentRef()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(
                        tuple(instruction.key(), instruction.amount(), RefundStatus.SUCCEEDED));
    }

    @Test
    void money_is_refunded_once_for_an_instruction() {
        var instruction = instruction("only", paid(newDetails()), 50);

        var first = gateway().refund(instruction);
        pass(Duration.ofMinutes(10));
        var second = gateway().refund(instruction);
        pass(Duration.ofDays(3));
        var third = gateway().refund(instruction);

        assertThat(List.of(first, second, third)).allMatch(RefundAccepted.class::isInstance);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void a_refund_whose_answer_was_lost_is_found() {
        var instruction = instruction("lost", paid(newDetails()), 50);
        for (int i = 0; i < 3; i++) {
            loseTheNextAnswer();
            assertThat(gateway().refund(instruction)).isInstanceOfAny(Unknown.class,
                    RefundAccepted.class);
        }

        assertThat(gateway().refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void money_is_refunded_after_their_side_broke() {
        var instruction = instruction("broke", paid(newDetails()), 50);
        breakAtTheNextCall();

        assertThat(gateway().refund(instruction)).isInstanceOf(Unknown.class);
        assertThat(gateway().refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void two_equal_instructions_refund_twice() {
        var paid = paid(newDetails());

        assertThat(gateway().refund(instruction("one", paid, 40)))
                .isInstanceOf(RefundAccepted.class);
        assertThat(gateway().refund(instruction("two", paid, 40)))
                .isInstanceOf(RefundAccepted.class);

        assertThat(refunds(paid.ref())).extracting(PaymentRefund::key)
                .containsExactlyInAnyOrder(key("one"), key("two"));
    }

    @Test
    void more_than_was_paid_is_never_refunded() {
        var paid = paid(newDetails());

        assertThat(gateway().refund(instruction("part", paid, 60)))
                .isInstanceOf(RefundAccepted.class);
        assertThat(gateway().refund(instruction("too much", paid, 60)))
                .isInstanceOf(Declined.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void a_refused_instruction_refunds_nothing() {
        var instruction = instruction("refused", paid(newDetails()), 50);
        refuseTheNextRequest();

        assertThat(gateway().refund(instruction)).isInstanceOf(Declined.class);
        assertThat(refundsMade()).isZero();
    }

    @Test
    void a_refund_is_pending_until_it_succeeds() {
        var instruction = instruction("slow", paid(newDetails()), 50);
        keepRefundsPending();
        assertThat(gateway().refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(refunds(instruction.paymentRef())).extracting(PaymentRefund::status)
                .containsExactly(RefundStatus.PENDING);

        endRefunds(true);

        assertThat(refunds(instruction.paymentRef())).extracting(PaymentRefund::status)
                .containsExactly(RefundStatus.SUCCEEDED);
    }

    @Test
    void a_refund_that_fails_in_the_end_is_seen_with_our_key() {
        var instruction = instruction("failing", paid(newDetails()), 50);
        keepRefundsPending();
        assertThat(gateway().refund(instruction)).isInstanceOf(RefundAccepted.class);

        endRefunds(false);

        assertThat(refunds(instruction.paymentRef()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(
                        tuple(instruction.key(), instruction.amount(), RefundStatus.FAILED));
        assertThat(gateway().refund(instruction)).isNotInstanceOf(Unknown.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void a_refund_made_without_us_is_reported_with_a_key_of_theirs() {
        var details = newDetails();
        var paid = paid(details);

        var key = refundWithoutUs(paid.ref(), part(details, 50));

        assertThat(refunds(paid.ref()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(tuple(key, part(details, 50), RefundStatus.SUCCEEDED));
    }

    @Test
    void an_unknown_reference_is_answered_as_unknown() {
        for (var id : List.of("23d93cac-000f-5000-8000-126628f15141", "../unknown?payment=this#",
                "x".repeat(255), "http://example.com/", "%2e%2e")) {
            var unknown = new GatewayRef(gateway().name(), id);
            var instruction = instruction("strange",
                    new Payment.PaidMoney(unknown, price(), "card", now()), 50);

            assertThat(gateway().poll(unknown)).as(id).isInstanceOf(Unknown.class);
            assertThat(gateway().expire(unknown)).as(id).isInstanceOf(Unknown.class);
            assertThat(gateway().capture(unknown, newDetails())).as(id)
                    .isInstanceOf(Unknown.class);
            assertThat(gateway().refund(instruction)).as(id)
                    .isInstanceOfAny(Unknown.class, Declined.class);
        }
        assertThat(refundsMade()).isZero();
    }

    @Test
    void a_wrong_secret_decides_nothing_and_stays_secret() {
        changeTheSecret();

        assertThat(gateway().open(newDetails())).isInstanceOf(Unknown.class)
                .asString()
                .doesNotContain(secret());
        assertThat(gateway().toString()).doesNotContain(secret());
        assertThat(checkoutsMade()).isZero();
    }
}
