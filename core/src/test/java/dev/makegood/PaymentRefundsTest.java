package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.PaymentRefundAnswer;
import dev.makegood.payment.PaymentRefundAnswer.NoSuchPayment;
import dev.makegood.payment.PaymentRefundAnswer.PaymentNotPaid;
import dev.makegood.payment.PaymentRefundAnswer.PaymentRefunded;
import dev.makegood.payment.PaymentRefundAnswer.RefundExceedsPayment;
import dev.makegood.payment.Purpose;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentRefundsTest {

    private static final Money PRICE = Money.of(19_900, "RUB");
    private static final Cause OPERATOR = new Cause("operator:test", "asked nicely");

    private final Samples samples = Samples.fresh();
    private final TickingClock clock = new TickingClock(samples.start());
    private final InMemoryStore store = new InMemoryStore();
    private final FakeGateway gateway = new FakeGateway(clock, store::isInUnit);
    private final Makegood makegood =
            Makegood.on(store)
                    .withClock(clock)
                    .withPayments(PaymentSetup.of(List.of(gateway)))
                    .open();
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
        var open = openPayment();

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

    private PaymentRefundAnswer refund(TransferId id, PaymentId payment, @Nullable Money money) {
        return makegood.refunds().refundPayment(id, payment, money, OPERATOR);
    }

    private PaymentRefunded refunded(
            PaymentId payment, Money amount, RefundStatus status, boolean changed) {
        return new PaymentRefunded(makegood.payments().find(payment).orElseThrow(), amount, status,
                changed);
    }

    private PaymentId payPayment() {
        var open = openPayment();
        var report = gateway.pays(open.checkout().ref(), PRICE);
        var answer = makegood.payments()
                .accept(new Verified(new GatewayRef("fake", "evt_" + open.id()),
                        List.of(open.checkout().ref()), List.of(report)));
        assertThat(answer).isNotNull();
        return open.id();
    }

    private Payment.Open openPayment() {
        return (Payment.Open) makegood.payments()
                .create(new PaymentDetails(new PaymentId(samples.id()), samples.customer(), "fake",
                        PRICE, new Purpose.Pack("starter", new Credits(100), Credits.NONE),
                        "Starter",
                        new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                        clock.instant()));
    }

    private void runDueTasks() {
        assertThat(makegood.taskRunner().runDue(100)).isPositive();
    }
}
