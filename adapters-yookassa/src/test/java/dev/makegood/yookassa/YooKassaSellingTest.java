package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefundAnswer;
import dev.makegood.payment.Purpose;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import dev.makegood.yookassa.YooKassaSettings.CaptureMode;
import dev.makegood.yookassa.fake.FakeYooKassa;
import dev.makegood.yookassa.fake.FakeYooKassaNotice;
import dev.makegood.yookassa.fake.YooKassaFault;
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
class YooKassaSellingTest {

    private static final Money PRICE = Money.of(19_900, "RUB");
    private static final Cause OPERATOR = new Cause("operator:test", "the customer requested it");
    private static final Purpose PACK =
            new Purpose.Pack("starter", new Credits(100), new Credits(10));

    private final Samples samples = Samples.fresh();
    private final TickingClock clock = new TickingClock(samples.start());
    private final YooKassaCredentials credentials =
            new YooKassaCredentials("100500", "test_secret");
    private final FakeYooKassa fake = new FakeYooKassa(clock, "100500", "test_secret");
    private final InMemoryStore store = new InMemoryStore();
    private final CustomerId ada = samples.customer();
    private YooKassaGateway gateway = gateway(CaptureMode.AUTOMATIC);
    private Makegood makegood = makegood();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void a_pack_is_sold_once_however_many_notices_come() {
        var open = startPayment();
        fake.pay(open.checkout().ref().id());

        for (int i = 0; i < 5; i++) {
            readNotice(fake.webhooks().notices().getFirst());
        }
        passAndRun(Duration.ofDays(2));

        assertThat(available()).isEqualTo(110);
        assertThat(find(open)).isInstanceOfSatisfying(Payment.Succeeded.class,
                paid -> assertThat(paid.paid().method()).isEqualTo("card"));
    }

    @Test
    void two_equal_packs_on_one_day_are_two_payments() {
        var first = startPayment();
        var second = startPayment();
        fake.pay(first.checkout().ref().id());
        fake.pay(second.checkout().ref().id());

        fake.webhooks().notices().forEach(this::readNotice);

        assertThat(available()).isEqualTo(220);
    }

    @Test
    void what_was_paid_is_found_by_polling_when_no_notice_comes() {
        var open = startPayment();
        fake.pay(open.checkout().ref().id());

        passAndRun(Duration.ofMinutes(5));

        assertThat(available()).isEqualTo(110);
        readNotice(fake.webhooks().notices().getFirst());
        assertThat(available()).isEqualTo(110);
        assertThat(find(open)).isInstanceOf(Payment.Succeeded.class);
    }

    @Test
    void a_server_that_dies_between_request_and_response_loses_no_payment() {
        fake.server().failNextPost(YooKassaFault.LOSE_ANSWER);
        var billed = makegood.payments().create(newPayment());
        fake.pay(fake.payments().getFirst().path("id").stringValue());

        readNotice(fake.webhooks().notices().getFirst());

        assertThat(billed).isInstanceOf(Payment.Billed.class);
        assertThat(available()).isEqualTo(110);
        passAndRun(Duration.ofDays(1));
        assertThat(fake.payments()).hasSize(1);
    }

    @Test
    void a_payment_in_two_stages_is_captured_when_it_is_authorised() {
        gateway = gateway(CaptureMode.MANUAL);
        makegood = makegood();
        var open = startPayment();
        fake.pay(open.checkout().ref().id());

        readNotice(fake.webhooks().notices().getFirst());
        run();

        assertThat(available()).isEqualTo(110);
        fake.webhooks().notices().reversed().forEach(this::readNotice);
        assertThat(available()).isEqualTo(110);
        assertThat(find(open)).isInstanceOf(Payment.Succeeded.class);
    }

    @Test
    void canceled_is_what_a_customer_calls_failed_or_cancelled() {
        var refused = startPayment();
        fake.cancel(refused.checkout().ref().id(), "payment_network", "insufficient_funds");
        fake.webhooks().notices().forEach(this::readNotice);
        var forgotten = startPayment();
        passAndRun(Duration.ofMinutes(65));

        assertThat(find(refused)).isInstanceOf(Payment.Failed.class);
        assertThat(find(forgotten)).isInstanceOf(Payment.Cancelled.class);
        assertThat(available()).isZero();
    }

    @Test
    void another_amount_than_billed_gives_nothing_and_waits_for_a_person() {
        var open = startPayment();
        fake.changeAmount(open.checkout().ref().id(), Money.of(100, "RUB"));
        fake.pay(open.checkout().ref().id());

        fake.webhooks().notices().forEach(this::readNotice);

        assertThat(available()).isZero();
        assertThat(find(open)).isInstanceOf(Payment.Quarantined.class);
    }

    @Test
    void a_refund_that_ends_cancelled_without_a_notice_reinstates_the_credits() {
        var open = startPayment();
        fake.pay(open.checkout().ref().id());
        fake.webhooks().notices().forEach(this::readNotice);
        fake.keepRefundsPending();
        assertThat(makegood.payments().refund("back-1", open.id(), null, OPERATOR))
                .isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);
        run();
        assertThat(available()).isZero();
        assertThat(refund(open, "back-1").status()).isEqualTo(PaymentRefund.RefundStatus.PENDING);

        fake.cancelRefunds("rejected_by_payee");
        passAndRun(Duration.ofMinutes(2));

        assertThat(refund(open, "back-1").status()).isEqualTo(PaymentRefund.RefundStatus.FAILED);
        assertThat(available()).isEqualTo(110);
        assertThat(fake.refunds()).hasSize(1);
        assertThat(store.taskQueue().due(clock.instant().plus(Duration.ofDays(99)), 9)).isEmpty();
    }

    @Test
    void a_refund_whose_response_was_lost_for_days_is_carried_out_once() {
        var open = startPayment();
        fake.pay(open.checkout().ref().id());
        fake.webhooks().notices().forEach(this::readNotice);
        assertThat(makegood.payments()
                .refund("back-1", open.id(), Money.of(9_900, "RUB"),
                        OPERATOR)).isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);
        fake.server().failNextPost(YooKassaFault.LOSE_ANSWER);
        run();
        fake.server().drawFaultsFrom(() -> YooKassaFault.BROKEN_BEFORE);
        for (int day = 0; day < 5; day++) {
            passAndRun(Duration.ofDays(1));
        }
        fake.server().drawFaultsFrom(() -> YooKassaFault.NONE);

        passAndRun(Duration.ofDays(1));

        assertThat(fake.refunds()).hasSize(1);
        assertThat(refund(open, "back-1").status()).isEqualTo(PaymentRefund.RefundStatus.SUCCEEDED);
    }

    @Test
    void a_refund_in_the_cabinet_claws_back_its_credits() {
        var open = startPayment();
        fake.pay(open.checkout().ref().id());
        var id = fake.refundInCabinet(open.checkout().ref().id(), Money.of(9_950, "RUB"));

        fake.webhooks().notices().reversed().forEach(this::readNotice);

        assertThat(available()).isEqualTo(55);
        assertThat(refund(open, id).amount()).isEqualTo(Money.of(9_950, "RUB"));
    }

    @Test
    void what_another_system_sold_is_nothing_of_ours_and_seen_by_the_operator() {
        var id = fake.sellWithoutUs(PRICE);

        readNotice(fake.webhooks().notices().getFirst());
        readNotice(fake.webhooks().notices().getFirst());

        assertThat(available()).isZero();
        assertThat(store.reports().systemEvents(null, 10)).singleElement()
                .satisfies(event -> assertThat(event.toString()).contains(id));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void every_payment_has_its_effect_once_under_any_delivery(long seed) {
        var dice = new Random(seed);
        var open = new ArrayList<Payment.Open>();
        for (int i = 0; i < 40; i++) {
            open.add(startPayment());
            fake.pay(open.getLast().checkout().ref().id());
        }
        var letters = new ArrayList<FakeYooKassaNotice>();
        fake.webhooks().notices().forEach(notice -> {
            int times = dice.nextInt(10) == 0 ? 0 : 1 + dice.nextInt(4);
            letters.addAll(Collections.nCopies(times, notice));
        });

        Collections.shuffle(letters, dice);
        letters.forEach(this::readNotice);
        passAndRun(Duration.ofMinutes(6));

        assertThat(available()).as("seed %d", seed).isEqualTo(40 * 110);
        assertThat(open).as("seed %d", seed)
                .allSatisfy(it -> assertThat(find(it)).isInstanceOf(Payment.Succeeded.class));
        assertThat(store.reports().events(ada, 0, 1000)).extracting(RecordedEvent::type)
                .filteredOn("payment.succeeded"::equals)
                .hasSize(40);
    }

    private YooKassaGateway gateway(CaptureMode captureMode) {
        fake.server().forbidWhile(store::isInUnit);
        return new YooKassaGateway(YooKassaSettings.of(credentials)
                .withBaseUrl(fake.baseUrl())
                .withCaptureMode(captureMode), clock);
    }

    private Makegood makegood() {
        return Makegood.on(store)
                .withClock(clock)
                .withPayments(PaymentSetup.of(List.of(gateway)))
                .open();
    }

    private PaymentDetails newPayment() {
        return new PaymentDetails(new PaymentId(samples.id()), ada, YooKassaGateway.NAME, PRICE,
                PACK,
                "Starter pack", new PaymentDetails.ReturnUrls("https://shop.example/ok",
                        "https://shop.example/no"),
                clock.instant());
    }

    private Payment.Open startPayment() {
        return (Payment.Open) makegood.payments().create(newPayment());
    }

    private void readNotice(FakeYooKassaNotice notice) {
        var noticeReading =
                new YooKassaNotices(gateway, YooKassaAddresses.PUBLISHED, ref -> false).read(
                        notice.body().getBytes(StandardCharsets.UTF_8), Map.of(), "77.75.156.11");
        assertThat(noticeReading).isInstanceOf(Verified.class);
        assertThat(makegood.payments().accept((Verified) noticeReading)).isNotNull();
    }

    private Payment find(Payment payment) {
        return makegood.payments().find(payment.id()).orElseThrow();
    }

    private PaymentRefund refund(Payment payment, String key) {
        return find(payment).refundsAndDisputes().refunds().get(key);
    }

    private void passAndRun(Duration time) {
        clock.advance(time);
        run();
    }

    private void run() {
        for (int left = 50; left > 0 && makegood.taskRunner().runDue(1_000) > 0; left--) {
            assertThat(left).isPositive();
        }
    }

    private long available() {
        return makegood.ledger().available(ada).amount();
    }
}
