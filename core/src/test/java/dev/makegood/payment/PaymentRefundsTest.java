package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.PaymentRefundAnswer.NoSuchPayment;
import dev.makegood.payment.PaymentRefundAnswer.PaymentNotPaid;
import dev.makegood.payment.PaymentRefundAnswer.PaymentRefunded;
import dev.makegood.payment.PaymentRefundAnswer.RefundExceedsPayment;
import dev.makegood.store.ReusedIdException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Refunds by a command that has an id. */
class PaymentRefundsTest extends PaymentsTestBase {

    private final TransferId refund = samples.transfer();

    @Test
    void the_same_command_again_is_already_done() {
        var paid = payPayment();

        assertThat(refund(refund, paid, Money.of(900, "RUB")))
                .isEqualTo(refunded(paid, Money.of(900, "RUB"), RefundStatus.REQUESTED, true));
        runDueTasks();

        assertThat(refund(refund, paid, Money.of(900, "RUB")))
                .isEqualTo(refunded(paid, Money.of(900, "RUB"), RefundStatus.SUCCEEDED, false));
        assertThat(gateway.refunds()).hasSize(1);
    }

    @Test
    void the_id_of_a_refund_is_not_used_for_another_amount() {
        var paid = payPayment();
        refund(refund, paid, Money.of(900, "RUB"));

        assertThatThrownBy(() -> refund(refund, paid, Money.of(901, "RUB")))
                .isInstanceOf(ReusedIdException.class)
                .hasMessageContaining("was used before");
        assertThat(refund(refund, paid, null))
                .isEqualTo(refunded(paid, Money.of(900, "RUB"), RefundStatus.REQUESTED, false));
    }

    @Test
    void all_that_is_left_is_refunded_and_then_there_is_nothing() {
        var paid = payPayment();
        refund(refund, paid, Money.of(900, "RUB"));

        assertThat(refund(samples.transfer(), paid, null))
                .isEqualTo(refunded(paid, Money.of(19_000, "RUB"), RefundStatus.REQUESTED, true));
        assertThat(refund(samples.transfer(), paid, null))
                .isEqualTo(refunded(paid, Money.of(0, "RUB"), RefundStatus.SUCCEEDED, false));
    }

    @Test
    void more_or_other_money_than_was_paid_is_not_refunded() {
        var paid = payPayment();

        assertThat(refund(refund, paid, Money.of(19_901, "RUB")))
                .isEqualTo(new RefundExceedsPayment(PRICE));
        assertThat(refund(refund, paid, Money.of(1, "EUR")))
                .isEqualTo(new RefundExceedsPayment(PRICE));
    }

    @Test
    void an_unpaid_payment_and_an_unknown_one_are_told_apart() {
        var open = openPayment(STARTER);

        assertThat(refund(refund, open.id(), null)).isEqualTo(new PaymentNotPaid(open));
        assertThat(refund(refund, new PaymentId(samples.id()), null))
                .isEqualTo(new NoSuchPayment());
    }

    @Test
    void a_refund_the_gateway_refused_says_so_when_it_is_repeated() {
        var paid = payPayment();
        gateway.refuses(true);
        refund(refund, paid, null);
        runDueTasks();

        assertThat(refund(refund, paid, null))
                .isEqualTo(refunded(paid, PRICE, RefundStatus.FAILED, false));
    }

    @Test
    void what_a_dispute_took_is_not_refunded_as_well() {
        var paid = payPayment();

        dispute(paid, Money.of(15_000, "RUB"), DisputeStatus.OPEN);
        assertThat(refund(refund, paid, Money.of(4_901, "RUB")))
                .isEqualTo(new RefundExceedsPayment(Money.of(4_900, "RUB")));
        dispute(paid, Money.of(15_000, "RUB"), DisputeStatus.LOST);
        assertThat(refund(refund, paid, PRICE))
                .isEqualTo(new RefundExceedsPayment(Money.of(4_900, "RUB")));

        assertThat(refund(refund, paid, null))
                .isEqualTo(refunded(paid, Money.of(4_900, "RUB"), RefundStatus.REQUESTED, true));
    }

    @Test
    void what_a_won_dispute_brought_back_can_be_refunded() {
        var paid = payPayment();
        dispute(paid, PRICE, DisputeStatus.OPEN);

        dispute(paid, PRICE, DisputeStatus.WON);

        assertThat(refund(refund, paid, null))
                .isEqualTo(refunded(paid, PRICE, RefundStatus.REQUESTED, true));
    }

    @Test
    void a_refund_that_a_dispute_overtook_waits_for_its_end() {
        var paid = payPayment();
        refund(refund, paid, null);
        dispute(paid, PRICE, DisputeStatus.OPEN);
        runDueTasks();
        assertThat(gateway.refunds()).isEmpty();

        dispute(paid, PRICE, DisputeStatus.WON);
        clock.advance(Duration.ofDays(1));
        runDueTasks();

        assertThat(gateway.refunds()).singleElement()
                .satisfies(sent -> assertThat(sent.amount()).isEqualTo(PRICE));
    }

    @Test
    void a_refund_that_a_lost_dispute_overtook_is_never_sent() {
        var paid = payPayment();
        refund(refund, paid, null);
        dispute(paid, PRICE, DisputeStatus.OPEN);
        dispute(paid, PRICE, DisputeStatus.LOST);

        runDueTasks();

        assertThat(gateway.refunds()).isEmpty();
        assertThat(refund(refund, paid, null))
                .isEqualTo(refunded(paid, PRICE, RefundStatus.FAILED, false));
    }

    private void dispute(PaymentId payment, Money amount, DisputeStatus status) {
        var checkout = new GatewayRef("fake", "cs_" + payment);
        var unused = gateway.disputes(checkout, "du_1", amount, status);
        assertThat(makegood.payments().refresh(payment)).isPresent();
    }

    private PaymentRefundAnswer refund(TransferId id, PaymentId payment, @Nullable Money money) {
        return makegood.refunds().refundPayment(id, payment, money, OPERATOR);
    }

    private PaymentRefunded refunded(
            PaymentId payment, Money amount, RefundStatus status, boolean changed) {
        return new PaymentRefunded(makegood.payments().find(payment).orElseThrow(), amount, status,
                changed);
    }

    private PaymentId payPayment() {
        return paid(STARTER).id();
    }

    private void runDueTasks() {
        assertThat(makegood.taskRunner().runDue(100)).isPositive();
    }
}
