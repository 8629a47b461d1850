package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Refunds.ExceedsPayment;
import dev.makegood.Refunds.GivenBack;
import dev.makegood.Refunds.MoneyBack;
import dev.makegood.Refunds.NotFound;
import dev.makegood.Refunds.NotPaid;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund.State;
import dev.makegood.payment.Purpose;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoneyBackTest {

    private static final Money PRICE = Money.of(19_900, "RUB");
    private static final Cause OPERATOR = new Cause("operator:test", "asked nicely");

    private final Samples samples = Samples.fresh();
    private final TickingClock clock = new TickingClock(samples.start());
    private final InMemoryStore store = new InMemoryStore();
    private final FakeGateway gateway = new FakeGateway(clock, store::isInUnit);
    private final Makegood makegood =
            Makegood.on(store).at(clock).paidAt(Cashier.of(List.of(gateway))).open();
    private final TransferId refund = samples.transfer();

    @Test
    void the_same_command_again_is_already_done() {
        var paid = paid();

        assertThat(back(refund, paid, Money.of(900, "RUB")))
                .isEqualTo(new GivenBack(Money.of(900, "RUB"), State.ASKED, true));
        run();

        assertThat(back(refund, paid, Money.of(900, "RUB")))
                .isEqualTo(new GivenBack(Money.of(900, "RUB"), State.SUCCEEDED, false));
        assertThat(gateway.refunds()).hasSize(1);
    }

    @Test
    void all_that_is_left_goes_back_and_then_there_is_nothing() {
        var paid = paid();
        back(refund, paid, Money.of(900, "RUB"));

        assertThat(back(samples.transfer(), paid, null))
                .isEqualTo(new GivenBack(Money.of(19_000, "RUB"), State.ASKED, true));
        assertThat(back(samples.transfer(), paid, null))
                .isEqualTo(new GivenBack(Money.of(0, "RUB"), State.SUCCEEDED, false));
    }

    @Test
    void more_or_other_money_than_was_paid_does_not_go_back() {
        var paid = paid();

        assertThat(back(refund, paid, Money.of(19_901, "RUB")))
                .isEqualTo(new ExceedsPayment(PRICE));
        assertThat(back(refund, paid, Money.of(1, "EUR"))).isEqualTo(new ExceedsPayment(PRICE));
    }

    @Test
    void what_nobody_paid_or_billed_is_told_apart() {
        assertThat(back(refund, asked().id(), null)).isEqualTo(new NotPaid());
        assertThat(back(refund, new PaymentId(samples.id()), null)).isEqualTo(new NotFound());
    }

    @Test
    void a_refund_the_gateway_refused_says_so_when_it_is_asked_again() {
        var paid = paid();
        gateway.refuses(true);
        back(refund, paid, null);
        run();

        assertThat(back(refund, paid, null)).isEqualTo(new GivenBack(PRICE, State.FAILED, false));
    }

    private MoneyBack back(TransferId id, PaymentId payment, @Nullable Money money) {
        return makegood.refunds().payment(id, payment, money, OPERATOR);
    }

    private PaymentId paid() {
        var open = asked();
        var report = gateway.pays(open.checkout().ref(), PRICE);
        var heard = makegood.payments()
                .accept(new Believed(new GatewayRef("fake", "evt_" + open.id()),
                        List.of(open.checkout().ref()), List.of(report)));
        assertThat(heard).isNotNull();
        return open.id();
    }

    private Payment.Open asked() {
        return (Payment.Open) makegood.payments()
                .ask(new Bill(new PaymentId(samples.id()), samples.customer(), "fake", PRICE,
                        new Purpose.Pack("starter", new Credits(100), Credits.NONE), "Starter",
                        new Bill.Return("https://a.example", "https://b.example"),
                        clock.instant()));
    }

    private void run() {
        assertThat(makegood.tasks().runDue(100)).isPositive();
    }
}
