package dev.makegood.payment;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a refund does to its payment and to the credits that were bought. */
class RefundedPaymentsTest extends PaymentsTestBase {

    @Test
    void a_refund_claws_back_its_share_rounded_up_and_the_bonus_with_it() {
        var paid = paid(new Purpose.Pack("starter", new Credits(100), new Credits(10)));

        makegood.payments().refund("refund-1", paid.id(), Money.of(1, "RUB"), OPERATOR);
        run();

        assertThat(available()).isEqualTo(108);
        assertThat(gateway.refunds()).hasSize(1);
    }

    @Test
    void refunds_together_are_at_most_what_was_paid_and_the_same_key_is_the_same_refund() {
        var paid = paid(STARTER);

        var first = makegood.payments()
                .refund("refund-1", paid.id(), Money.of(10_000, "RUB"), OPERATOR);
        var again = makegood.payments()
                .refund("refund-1", paid.id(), Money.of(10_000, "RUB"), OPERATOR);
        var tooMuch =
                makegood.payments().refund("refund-2", paid.id(), Money.of(9_901, "RUB"), OPERATOR);
        run();

        assertThat(first).isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class)
                .extracting("changed")
                .isEqualTo(true);
        assertThat(again).isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class)
                .extracting("changed")
                .isEqualTo(false);
        assertThat(tooMuch)
                .isEqualTo(new PaymentRefundAnswer.RefundExceedsPayment(Money.of(9_900, "RUB")));
        assertThat(gateway.refunds()).hasSize(1);
    }

    @Test
    void a_refund_whose_answer_was_lost_is_carried_out_once() {
        var paid = paid(STARTER);
        makegood.payments().refund("refund-1", paid.id(), null, OPERATOR);
        gateway.losesAnswers(true);
        run();
        gateway.losesAnswers(false);

        passAndRun(Duration.ofMinutes(2));

        assertThat(gateway.refunds()).hasSize(1);
        assertThat(makegood.payments()
                .find(paid.id())
                .orElseThrow()
                .refundsAndDisputes()
                .refunds()
                .get("refund-1")
                .status())
                        .isEqualTo(PaymentRefund.RefundStatus.SUCCEEDED);
        assertThat(available()).isZero();
    }

    @Test
    void a_refund_without_an_answer_is_requested_again_after_its_back_off() {
        var paid = paid(STARTER);
        makegood.payments().refund("refund-1", paid.id(), null, OPERATOR);
        gateway.losesAnswers(true);

        run();

        assertThat(store.taskQueue().find(ada, PaymentTasks.REFUND, paid.id().value())).get()
                .satisfies(task -> assertThat(task.dueAt())
                        .isAfter(clock.instant())
                        .isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(1))));
    }

    @Test
    void a_refund_the_gateway_refuses_reinstates_the_credits() {
        var paid = paid(STARTER);
        gateway.refuses(true);
        makegood.payments().refund("refund-1", paid.id(), null, OPERATOR);

        run();

        assertThat(available()).isEqualTo(100);
    }

    @Test
    void why_a_gateway_refused_a_refund_stands_in_the_events() {
        var payment = paid(STARTER);
        gateway.refuses(true);

        assertThat(makegood.payments().refund("key", payment.id(), null, OPERATOR))
                .isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);
        run();

        assertThat(store.reports().events(ada, 0, 100))
                .filteredOn(event -> event.type().equals("payment.refunded"))
                .last()
                .extracting(RecordedEvent::facts, as(MAP))
                .containsEntry("refundStatus", "failed")
                .containsEntry("reason", "no");
    }

    @Test
    void a_refund_changes_its_payment_now() {
        var payment = paid(STARTER);
        clock.advance(Duration.ofDays(3));

        assertThat(makegood.payments().refundRemaining(payment.id(), OPERATOR))
                .isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);

        assertThat(makegood.payments().find(payment.id()).orElseThrow().updatedAt())
                .isEqualTo(clock.instant());
    }

    @Test
    void a_failed_refund_waits_for_an_operator() {
        var payment = paid(STARTER);
        gateway.refuses(true);

        assertThat(makegood.payments().refundRemaining(payment.id(), OPERATOR))
                .isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);
        run();

        assertThat(store.reports().quarantineEvents(null, 10)).singleElement()
                .extracting(RecordedEvent::facts, as(MAP))
                .containsEntry("payment", payment.id().toString())
                .containsEntry("reason",
                        "the refund of " + PRICE + " failed: no");
    }
}
