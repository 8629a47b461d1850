package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Balance;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.GatewayReport.DisputeUpdated;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesInAnyOrderTest {

    private static final Money PRICE = Money.of(19_900, "RUB");
    private static final Purpose PACK =
            new Purpose.Pack("starter", new Credits(100), new Credits(10));

    private final Samples samples = Samples.fresh();
    private final TickingClock clock = new TickingClock(samples.start());
    private final InMemoryStore store = new InMemoryStore();
    private final FakeGateway gateway = new FakeGateway(clock, store::isInUnit);
    private final Makegood makegood =
            Makegood.on(store)
                    .withClock(clock)
                    .withPayments(PaymentSetup.of(List.of(gateway)))
                    .open();

    @ParameterizedTest
    @EnumSource(value = DisputeStatus.class, names = {"WON", "LOST"})
    void in_any_order_the_ledger_ends_the_same(DisputeStatus decided) {
        var ends = permutations(List.of(0, 1, 2, 3, 4)).stream()
                .map(order -> endAfter(order, decided))
                .distinct()
                .toList();

        assertThat(ends).as("ends of 120 orders").hasSize(1);
        assertThat(ends.getFirst().available()).isEqualTo(
                decided == DisputeStatus.WON ? new Credits(53) : Credits.NONE);
    }

    private Balance endAfter(List<Integer> order, DisputeStatus decided) {
        var customer = samples.customer();
        var open = openPayment(customer);
        var ref = open.checkout().ref();
        var reports = List.of(
                new NotPaidYet(clock.instant()),
                new PaymentReceived(
                        new Payment.PaidMoney(ref, PRICE, "sepa_debit", clock.instant())),
                new RefundUpdated(
                        new PaymentRefund("re_1", Money.of(10_100, "RUB"),
                                PaymentRefund.RefundStatus.SUCCEEDED, clock.instant())),
                new DisputeUpdated(new Dispute("dp_1", PRICE, DisputeStatus.OPEN), clock.instant()),
                new DisputeUpdated(new Dispute("dp_1", PRICE, decided), clock.instant()));
        order.forEach(i -> deliver(open, "evt-" + i + "-" + open.id(), List.of(reports.get(i))));
        assertThat(makegood.audit().violations(customer)).as("after %s", order).isEmpty();
        return makegood.ledger().balance(customer);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5})
    void five_hundred_payments_have_their_effect_once_however_often_and_late_they_are_notified(
            long seed) {
        var dice = new Random(seed);
        var buyers = IntStream.range(0, 500).mapToObj(i -> samples.customer()).toList();
        var notices = new ArrayList<Runnable>();
        buyers.forEach(buyer -> {
            var open = openPayment(buyer);
            var paid = gateway.pays(open.checkout().ref(), PRICE);
            boolean dropped = dice.nextInt(10) == 0;
            int times = dropped ? 0 : 1 + dice.nextInt(20);
            for (int i = 0; i < times; i++) {
                var event = "evt-" + open.id() + "-" + dice.nextInt(3);
                notices.add(() -> deliver(open, event, List.of(paid)));
            }
        });

        Collections.shuffle(notices, dice);
        notices.forEach(Runnable::run);
        clock.advance(Duration.ofHours(2));
        run();

        assertThat(buyers).as("seed %d", seed)
                .allSatisfy(buyer -> assertThat(makegood.ledger().available(buyer))
                        .isEqualTo(new Credits(110)));
        assertThat(makegood.audit().checkAll(found -> {}).violations()).isZero();
    }

    @Test
    void a_dispute_reported_before_the_success_is_not_forgotten() {
        var customer = samples.customer();
        var open = openPayment(customer);

        deliver(open, "evt-1",
                List.of(new DisputeUpdated(new Dispute("dp_1", PRICE, DisputeStatus.OPEN),
                        clock.instant())));
        deliver(open, "evt-2", List.of(gateway.pays(open.checkout().ref(), PRICE)));

        assertThat(makegood.ledger().available(customer)).isEqualTo(Credits.NONE);
    }

    private Payment.Open openPayment(CustomerId customer) {
        return (Payment.Open) makegood.payments()
                .create(new PaymentDetails(new PaymentId(samples.id()), customer, "fake", PRICE,
                        PACK, "Starter pack",
                        new PaymentDetails.ReturnUrls("https://shop.example/ok",
                                "https://shop.example/no"),
                        clock.instant()));
    }

    private void deliver(Payment.Open open, String event, List<GatewayReport> reports) {
        var notice = new NoticeReader.Verified(new GatewayRef("fake", event),
                List.of(open.checkout().ref()), reports);
        assertThat(makegood.payments().accept(notice))
                .isNotInstanceOf(NoticeAnswer.NoticeUnmatched.class);
    }

    private void run() {
        for (int left = 50; left > 0 && makegood.taskRunner().runDue(1_000) > 0; left--) {
            assertThat(left).isPositive();
        }
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var first : items) {
            var rest = items.stream().filter(item -> !item.equals(first)).toList();
            permutations(rest).forEach(tail -> {
                var order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            });
        }
        return all;
    }
}
