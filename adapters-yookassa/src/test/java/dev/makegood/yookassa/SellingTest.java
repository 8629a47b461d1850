package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Cashier;
import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.Recorded;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import dev.makegood.yookassa.Settings.Stages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core's desk, our gateway and their side together: what a customer and an operator see. */
class SellingTest {

    private static final Money PRICE = Money.of(19_900, "RUB");
    private static final Cause OPERATOR = new Cause("operator:test", "asked nicely");
    private static final Purpose PACK =
            new Purpose.Pack("starter", new Credits(100), new Credits(10));

    private final Samples samples = Samples.fresh();
    private final TickingClock clock = new TickingClock(samples.start());
    private final Shop shop = new Shop("100500", "test_secret");
    private final FakeYooKassa fake = new FakeYooKassa(clock, shop);
    private final InMemoryStore store = new InMemoryStore();
    private final CustomerId ada = samples.customer();
    private YooKassa gateway = gateway(Stages.ONE);
    private Makegood makegood = makegood();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void a_pack_is_sold_once_however_often_we_hear_of_it() {
        var open = asked();
        fake.pay(open.checkout().ref().id());

        for (int i = 0; i < 5; i++) {
            hear(fake.post().letters().getFirst());
        }
        passAndRun(Duration.ofDays(2));

        assertThat(available()).isEqualTo(110);
        assertThat(find(open)).isInstanceOfSatisfying(Payment.Succeeded.class,
                paid -> assertThat(paid.paid().method()).isEqualTo("card"));
    }

    @Test
    void two_equal_packs_on_one_day_are_two_payments() {
        var first = asked();
        var second = asked();
        fake.pay(first.checkout().ref().id());
        fake.pay(second.checkout().ref().id());

        fake.post().letters().forEach(this::hear);

        assertThat(available()).isEqualTo(220);
    }

    @Test
    void what_was_paid_is_found_by_asking_when_no_notice_comes() {
        var open = asked();
        fake.pay(open.checkout().ref().id());

        passAndRun(Duration.ofMinutes(5));

        assertThat(available()).isEqualTo(110);
        hear(fake.post().letters().getFirst());
        assertThat(available()).isEqualTo(110);
        assertThat(find(open)).isInstanceOf(Payment.Succeeded.class);
    }

    @Test
    void a_server_that_dies_between_bill_and_answer_loses_no_payment() {
        fake.stage().nextWish(Fault.LOSE_ANSWER);
        var billed = makegood.payments().ask(bill());
        fake.pay(fake.payments().getFirst().path("id").stringValue());

        hear(fake.post().letters().getFirst());

        assertThat(billed).isInstanceOf(Payment.Billed.class);
        assertThat(available()).isEqualTo(110);
        passAndRun(Duration.ofDays(1));
        assertThat(fake.payments()).hasSize(1);
    }

    @Test
    void money_in_two_stages_is_taken_when_it_is_there() {
        gateway = gateway(Stages.TWO);
        makegood = makegood();
        var open = asked();
        fake.pay(open.checkout().ref().id());

        hear(fake.post().letters().getFirst());
        run();

        assertThat(available()).isEqualTo(110);
        fake.post().letters().reversed().forEach(this::hear);
        assertThat(available()).isEqualTo(110);
        assertThat(find(open)).isInstanceOf(Payment.Succeeded.class);
    }

    @Test
    void canceled_is_what_a_customer_calls_failed_or_cancelled() {
        var refused = asked();
        fake.cancel(refused.checkout().ref().id(), "payment_network", "insufficient_funds");
        fake.post().letters().forEach(this::hear);
        var forgotten = asked();
        passAndRun(Duration.ofMinutes(65));

        assertThat(find(refused)).isInstanceOf(Payment.Failed.class);
        assertThat(find(forgotten)).isInstanceOf(Payment.Cancelled.class);
        assertThat(available()).isZero();
    }

    @Test
    void another_amount_than_billed_gives_nothing_and_waits_for_a_person() {
        var open = asked();
        fake.changeAmount(open.checkout().ref().id(), Money.of(100, "RUB"));
        fake.pay(open.checkout().ref().id());

        fake.post().letters().forEach(this::hear);

        assertThat(available()).isZero();
        assertThat(find(open)).isInstanceOf(Payment.Quarantined.class);
    }

    @Test
    void a_refund_that_ends_canceled_without_a_notice_gives_the_credits_again() {
        var open = asked();
        fake.pay(open.checkout().ref().id());
        fake.post().letters().forEach(this::hear);
        fake.keepRefundsPending();
        assertThat(makegood.payments().refund("back-1", open.id(), null, OPERATOR))
                .isInstanceOf(Payments.Refunded.class);
        run();
        assertThat(available()).isZero();
        assertThat(refund(open, "back-1").state()).isEqualTo(PaymentRefund.State.PENDING);

        fake.cancelRefunds("rejected_by_payee");
        passAndRun(Duration.ofMinutes(2));

        assertThat(refund(open, "back-1").state()).isEqualTo(PaymentRefund.State.FAILED);
        assertThat(available()).isEqualTo(110);
        assertThat(fake.refunds()).hasSize(1);
        assertThat(store.taskQueue().due(clock.instant().plus(Duration.ofDays(99)), 9)).isEmpty();
    }

    @Test
    void a_refund_whose_answer_was_lost_for_days_is_carried_out_once() {
        var open = asked();
        fake.pay(open.checkout().ref().id());
        fake.post().letters().forEach(this::hear);
        assertThat(makegood.payments()
                .refund("back-1", open.id(), Money.of(9_900, "RUB"),
                        OPERATOR)).isInstanceOf(Payments.Refunded.class);
        fake.stage().nextWish(Fault.LOSE_ANSWER);
        run();
        fake.stage().faultsFrom(() -> Fault.BROKEN_BEFORE);
        for (int day = 0; day < 5; day++) {
            passAndRun(Duration.ofDays(1));
        }
        fake.stage().faultsFrom(() -> Fault.NONE);

        passAndRun(Duration.ofDays(1));

        assertThat(fake.refunds()).hasSize(1);
        assertThat(refund(open, "back-1").state()).isEqualTo(PaymentRefund.State.SUCCEEDED);
    }

    @Test
    void money_given_back_in_the_cabinet_takes_its_credits() {
        var open = asked();
        fake.pay(open.checkout().ref().id());
        var id = fake.refundInTheCabinet(open.checkout().ref().id(), Money.of(9_950, "RUB"));

        fake.post().letters().reversed().forEach(this::hear);

        assertThat(available()).isEqualTo(55);
        assertThat(refund(open, id).amount()).isEqualTo(Money.of(9_950, "RUB"));
    }

    @Test
    void what_another_system_sold_is_nothing_of_ours_and_seen_by_the_operator() {
        var id = fake.sellWithoutUs(PRICE);

        hear(fake.post().letters().getFirst());
        hear(fake.post().letters().getFirst());

        assertThat(available()).isZero();
        assertThat(store.reports().events(CustomerId.HOUSE, 0, 10)).singleElement()
                .satisfies(event -> assertThat(event.toString()).contains(id));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void every_payment_has_its_effect_once_whatever_the_post_does(long seed) {
        var dice = new Random(seed);
        var open = new ArrayList<Payment.Open>();
        for (int i = 0; i < 40; i++) {
            open.add(asked());
            fake.pay(open.getLast().checkout().ref().id());
        }
        var letters = new ArrayList<Letter>();
        fake.post().letters().forEach(letter -> {
            int times = dice.nextInt(10) == 0 ? 0 : 1 + dice.nextInt(4);
            letters.addAll(Collections.nCopies(times, letter));
        });

        Collections.shuffle(letters, dice);
        letters.forEach(this::hear);
        passAndRun(Duration.ofMinutes(6));

        assertThat(available()).as("seed %d", seed).isEqualTo(40 * 110);
        assertThat(open).as("seed %d", seed)
                .allSatisfy(it -> assertThat(find(it)).isInstanceOf(Payment.Succeeded.class));
        assertThat(store.reports().events(ada, 0, 1000)).extracting(Recorded::type)
                .filteredOn("payment.succeeded"::equals)
                .hasSize(40);
    }

    private YooKassa gateway(Stages stages) {
        fake.stage().forbidWhile(store::isInUnit);
        return new YooKassa(Settings.of(shop).at(fake.address()).in(stages), clock);
    }

    private Makegood makegood() {
        return Makegood.on(store).at(clock).paidAt(Cashier.of(List.of(gateway))).open();
    }

    private Bill bill() {
        return new Bill(new PaymentId(samples.id()), ada, YooKassa.NAME, PRICE, PACK,
                "Starter pack", new Bill.Return("https://shop.example/ok",
                        "https://shop.example/no"),
                clock.instant());
    }

    private Payment.Open asked() {
        return (Payment.Open) makegood.payments().ask(bill());
    }

    private void hear(Letter letter) {
        var reading = new YooKassaNotices(gateway, Sources.OF_YOOKASSA).read(
                letter.body().getBytes(StandardCharsets.UTF_8), Map.of(), "77.75.156.11");
        assertThat(reading).isInstanceOf(Believed.class);
        assertThat(makegood.payments().accept((Believed) reading)).isNotNull();
    }

    private Payment find(Payment payment) {
        return makegood.payments().find(payment.id()).orElseThrow();
    }

    private PaymentRefund refund(Payment payment, String key) {
        return find(payment).aftermath().refunds().get(key);
    }

    private void passAndRun(Duration time) {
        clock.pass(time);
        run();
    }

    private void run() {
        for (int left = 50; left > 0 && makegood.tasks().runDue(1_000) > 0; left--) {
            assertThat(left).isPositive();
        }
    }

    private long available() {
        return makegood.ledger().available(ada).amount();
    }
}
