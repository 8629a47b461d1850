package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Balance;
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
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.stripe.fake.FakeStripeNotice;
import dev.makegood.stripe.fake.StripeFault;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core's desk, our gateway and Stripe's side together: what a customer and an operator see. */
class StripeSellingTest {

    private static final int PAYMENTS = Integer.getInteger("makegood.payments", 1_000);
    private static final Money PRICE = Money.of(19_900, "EUR");
    private static final Cause OPERATOR = new Cause("operator:test", "the customer requested it");
    private static final Purpose PACK =
            new Purpose.Pack("starter", new Credits(100), new Credits(10));

    private final Samples samples = Samples.fresh();
    private final TickingClock clock = new TickingClock(samples.start());
    private final FakeStripe fake = new FakeStripe(clock, "sk_test_1", "whsec_1");
    private final StripeSettings settings = StripeSettings.of("sk_test_1", List.of("whsec_1"))
            .withBaseUrl(fake.baseUrl())
            .withTimeoutAndRetries(Duration.ofSeconds(10), 0);
    private final StripeNotices notices = new StripeNotices(settings, clock);
    private final InMemoryStore store = new InMemoryStore();
    private final CustomerId ada = samples.customer();
    private final Makegood makegood = Makegood.on(store)
            .withClock(clock)
            .withPayments(PaymentSetup.of(List.of(new StripeGateway(settings, clock))))
            .open();

    @AfterEach
    void everything_adds_up() {
        fake.close();
        var found = new ArrayList<Violation>();
        var unused = makegood.audit().checkAll(found::add);
        assertThat(found).isEmpty();
    }

    @Test
    void a_pack_is_sold_once_however_many_notices_come() {
        var session = startPayment(ada);
        fake.pay(session);

        for (int i = 0; i < 5; i++) {
            fake.notices().forEach(this::readNotice);
        }
        passAndRun(Duration.ofDays(2));

        assertThat(available(ada)).isEqualTo(110);
    }

    @Test
    void what_was_paid_is_found_by_polling_when_no_notice_comes() {
        fake.pay(startPayment(ada));

        passAndRun(Duration.ofMinutes(5));
        assertThat(available(ada)).isEqualTo(110);

        fake.notices().forEach(this::readNotice);
        assertThat(available(ada)).isEqualTo(110);
    }

    @Test
    void a_payment_known_by_its_session_and_by_its_intent_is_not_taken_for_two() {
        var session = startPayment(ada);
        fake.pay(session);
        passAndRun(Duration.ofMinutes(5));
        fake.notices().forEach(this::readNotice);
        var refund = fake.refund(session, 19_900);
        fake.notices().forEach(this::readNotice);

        assertThat(payment().refundsAndDisputes().refunds()).containsOnlyKeys(refund);
        assertThat(makegood.payments().refresh(payment().id())).contains(payment());
        assertThat(store.reports().events(ada, 0, 100)).extracting(RecordedEvent::type)
                .doesNotContain("payment.quarantined");
    }

    @Test
    void a_delayed_payment_is_not_sold_before_it_is_paid() {
        var session = startPayment(ada);
        fake.submit(session);
        fake.notices().forEach(this::readNotice);
        passAndRun(Duration.ofDays(3));
        assertThat(available(ada)).isZero();

        fake.settle(session, true);
        fake.notices().reversed().forEach(this::readNotice);

        assertThat(available(ada)).isEqualTo(110);
    }

    @Test
    void a_delayed_payment_that_fails_is_failed() {
        var session = startPayment(ada);
        fake.submit(session);
        fake.settle(session, false);

        fake.notices().forEach(this::readNotice);

        assertThat(payment()).isInstanceOf(Payment.Failed.class);
    }

    @Test
    void a_notice_that_overtakes_the_response_to_the_opening_counts() {
        fake.failNext(StripeFault.LOSE_ANSWER);
        var billed = makegood.payments().create(bill(ada));
        fake.pay(fake.sessions().getLast().path("id").stringValue());

        fake.notices().forEach(this::readNotice);

        assertThat(billed).isInstanceOf(Payment.Billed.class);
        assertThat(available(ada)).isEqualTo(110);
    }

    @Test
    void another_amount_than_billed_gives_nothing_and_waits_for_a_person() {
        var session = startPayment(ada);
        fake.misreport(session, 100, "eur");
        fake.pay(session);

        fake.notices().forEach(this::readNotice);

        assertThat(available(ada)).isZero();
        assertThat(payment()).isInstanceOf(Payment.Quarantined.class);
    }

    @Test
    void a_coupon_of_the_whole_gives_nothing_and_waits_for_a_person() {
        fake.payNothing(startPayment(ada));

        fake.notices().forEach(this::readNotice);

        assertThat(available(ada)).isZero();
        assertThat(payment()).isInstanceOf(Payment.Quarantined.class);
    }

    @Test
    void a_refund_whose_response_was_lost_for_days_is_carried_out_once() {
        fake.pay(startPayment(ada));
        fake.notices().forEach(this::readNotice);
        assertThat(makegood.payments().refund("back-1", payment().id(), null, OPERATOR))
                .isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);
        fake.failNextPost(StripeFault.LOSE_ANSWER);
        run();
        fake.drawFaultsFrom(() -> StripeFault.UNAVAILABLE);
        for (int day = 0; day < 5; day++) {
            passAndRun(Duration.ofDays(1));
        }
        fake.drawFaultsFrom(() -> StripeFault.NONE);

        passAndRun(Duration.ofDays(1));

        assertThat(fake.refunds()).hasSize(1);
        assertThat(payment().refundsAndDisputes().refunds().get("back-1").status())
                .isEqualTo(PaymentRefund.RefundStatus.SUCCEEDED);
        assertThat(available(ada)).isZero();
    }

    @Test
    void a_refund_that_fails_reinstates_the_credits() {
        fake.pay(startPayment(ada));
        fake.notices().forEach(this::readNotice);
        assertThat(makegood.payments().refund("back-1", payment().id(), null, OPERATOR))
                .isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);
        run();
        assertThat(available(ada)).isZero();

        fake.failRefund(fake.refunds().getFirst().path("id").stringValue());
        fake.notices().forEach(this::readNotice);

        assertThat(available(ada)).isEqualTo(110);
    }

    @Test
    void what_only_stripe_knows_is_seen_by_the_operator_once() {
        var notice = fake.recordEvent("checkout.session.completed",
                """
                        {"id":"cs_test_lost","object":"checkout.session","payment_status":"paid",
                         "amount_total":1,"currency":"eur","metadata":{"makegood_payment_id":"unknown"}}""");

        readNotice(notice);
        readNotice(notice);

        assertThat(store.reports().systemEvents(null, 10)).singleElement()
                .satisfies(event -> assertThat(event.toString()).contains("cs_test_lost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"won", "lost"})
    void in_any_order_of_the_notices_the_ledger_ends_the_same(String decided) {
        var ends = permutations(List.of("checkout.session.completed",
                "checkout.session.async_payment_succeeded", "refund.created",
                "charge.dispute.created", "charge.dispute.closed")).stream()
                        .map(order -> endAfter(order, decided))
                        .distinct()
                        .toList();

        assertThat(ends).as("ends of 120 orders").hasSize(1);
        assertThat(ends.getFirst().available().amount()).isEqualTo(decided.equals("won") ? 55 : 0);
    }

    private Balance endAfter(List<String> order, String decided) {
        var before = fake.notices().size();
        var customer = samples.customer();
        var session = startPayment(customer);
        fake.submit(session);
        fake.settle(session, true);
        var unused = fake.refund(session, 9_950);
        fake.close(fake.dispute(session, 9_950), decided);
        var notices = fake.notices().stream().skip(before).toList();
        order.forEach(type -> notices.stream()
                .filter(notice -> notice.type().equals(type))
                .forEach(this::readNotice));
        return makegood.ledger().balance(customer);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1})
    void payments_have_their_effect_once_under_any_delivery(long seed) {
        var dice = new Random(seed);
        var buyers = IntStream.range(0, PAYMENTS).mapToObj(i -> samples.customer()).toList();
        buyers.forEach(buyer -> fake.pay(startPayment(buyer)));
        var delivery = new ArrayList<FakeStripeNotice>();
        fake.notices().forEach(notice -> {
            int times = dice.nextInt(10) == 0 ? 0 : 1 + dice.nextInt(20);
            delivery.addAll(Collections.nCopies(times, notice));
        });

        Collections.shuffle(delivery, dice);
        delivery.forEach(this::readNotice);
        passAndRun(Duration.ofMinutes(6));

        assertThat(buyers).as("seed %d", seed)
                .allSatisfy(buyer -> assertThat(available(buyer)).isEqualTo(110));
        assertThat(buyers).as("seed %d", seed)
                .allSatisfy(buyer -> assertThat(store.reports().events(buyer, 0, 100))
                        .extracting(RecordedEvent::type)
                        .filteredOn("payment.succeeded"::equals)
                        .hasSize(1));
    }

    private String startPayment(CustomerId customer) {
        fake.forbidWhile(store::isInUnit);
        var payment = makegood.payments().create(bill(customer));
        return ((Payment.Open) payment).checkout().ref().id();
    }

    private PaymentDetails bill(CustomerId customer) {
        return new PaymentDetails(new PaymentId(samples.id()), customer, "stripe", PRICE, PACK,
                "Starter pack", new PaymentDetails.ReturnUrls("https://shop.example/ok",
                        "https://shop.example/no"),
                clock.instant());
    }

    private void readNotice(FakeStripeNotice notice) {
        var noticeReading = notices.read(notice.bytes(), fake.headers(notice), "127.0.0.1");
        if (noticeReading instanceof Verified verified) {
            assertThat(makegood.payments().accept(verified)).isNotNull();
        }
    }

    /** The one payment there is. */
    private Payment payment() {
        var session = fake.sessions().getLast();
        var id = session.path("client_reference_id").stringValue();
        return makegood.payments()
                .find(new PaymentId(java.util.UUID.fromString(id)))
                .orElseThrow();
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

    private long available(CustomerId customer) {
        return makegood.ledger().available(customer).amount();
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
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
