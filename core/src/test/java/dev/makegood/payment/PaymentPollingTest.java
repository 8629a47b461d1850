package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.PolledPayment.PollAnswered;
import dev.makegood.payment.PolledPayment.PollUnanswered;
import dev.makegood.task.Task;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A payment is polled until it is final, ever more seldom, and whenever somebody asks. */
class PaymentPollingTest {

    private static final Money PRICE = Money.of(19_900, "RUB");

    private final Samples samples = new Samples(1);
    private final TickingClock clock = new TickingClock(samples.start());
    private final InMemoryStore store = new InMemoryStore();
    private final FakeGateway gateway = new FakeGateway(clock, store::isInUnit);
    private final Makegood makegood = Makegood.on(store)
            .withClock(clock)
            .withPayments(PaymentSetup.of(List.of(gateway)))
            .open();
    private final CustomerId ada = samples.customer();

    @AfterEach
    void everything_adds_up() {
        assertThat(makegood.audit().violations(ada)).isEmpty();
    }

    private Payment create() {
        return makegood.payments()
                .create(new PaymentDetails(new PaymentId(samples.id()), ada, "fake", PRICE,
                        new Purpose.Pack("starter", new Credits(100), Credits.NONE), "a pack",
                        new PaymentDetails.ReturnUrls("https://shop.example",
                                "https://shop.example"),
                        clock.instant(), Map.of()));
    }

    private Payment.Open open() {
        return (Payment.Open) create();
    }

    private Payment.Billed unanswered() {
        gateway.losesAnswers(true);
        var billed = (Payment.Billed) create();
        return billed;
    }

    private Optional<Task> task(Payment payment) {
        return store.taskQueue().find(ada, PaymentTasks.POLL, payment.id().value());
    }

    private Duration nextPoll(Payment payment) {
        return Duration.between(clock.instant(), task(payment).orElseThrow().dueAt());
    }

    private void passAndRun(Duration time) {
        clock.advance(time);
        var unused = makegood.taskRunner().runDue(100);
    }

    @Test
    void it_is_polled_after_five_minutes_then_after_an_hour_then_daily() {
        var open = open();
        assertThat(nextPoll(open)).isEqualTo(Duration.ofMinutes(5));

        passAndRun(Duration.ofMinutes(5));
        assertThat(nextPoll(open)).isEqualTo(Duration.ofHours(1));

        passAndRun(Duration.ofHours(1));
        assertThat(nextPoll(open)).isEqualTo(Duration.ofDays(1));

        passAndRun(Duration.ofDays(1));
        assertThat(nextPoll(open)).isEqualTo(Duration.ofDays(1));
        assertThat(gateway.polls()).isEqualTo(3);
    }

    @Test
    void a_checkout_that_no_answer_confirmed_for_a_day_is_cancelled() {
        var billed = unanswered();

        clock.advance(Duration.ofDays(1).minusNanos(1_000));
        assertThat(makegood.payments().poll(billed.id())).contains(
                new PollUnanswered(billed, "it did not confirm the checkout"));

        clock.advance(Duration.ofNanos(1_000));
        assertThat(makegood.payments().refresh(billed.id())).get()
                .isInstanceOfSatisfying(Payment.Cancelled.class, cancelled -> assertThat(
                        cancelled.why()).isEqualTo("its checkout was never opened"));
        passAndRun(Duration.ofDays(1));
        assertThat(task(billed)).isEmpty();
    }

    @Test
    void a_poll_opens_the_checkout_that_no_answer_confirmed() {
        var billed = unanswered();
        gateway.losesAnswers(false);

        assertThat(makegood.payments().poll(billed.id())).get()
                .isInstanceOfSatisfying(PollAnswered.class, answered -> assertThat(
                        answered.payment()).isInstanceOf(Payment.Open.class));
    }

    @Test
    void money_on_its_way_is_told_while_the_checkout_is_open() {
        var open = open();
        assertThat(isSubmitted(open)).isFalse();

        gateway.submits(open.checkout().ref());
        assertThat(isSubmitted(open)).isTrue();

        gateway.pays(open.checkout().ref(), PRICE);
        assertThat(isSubmitted(open)).isFalse();
    }

    private boolean isSubmitted(Payment payment) {
        return ((PollAnswered) makegood.payments().poll(payment.id()).orElseThrow()).isSubmitted();
    }

    @Test
    void a_paid_payment_still_hears_of_its_refunds_when_it_is_polled() {
        var open = open();
        gateway.pays(open.checkout().ref(), PRICE);
        assertThat(makegood.payments().refresh(open.id())).get()
                .isInstanceOf(Payment.Succeeded.class);

        gateway.refundsWithoutUs(open.checkout().ref(), "re_1", PRICE,
                PaymentRefund.RefundStatus.SUCCEEDED);

        assertThat(makegood.payments()
                .refresh(open.id())
                .orElseThrow()
                .refundsAndDisputes()
                .refundedAmount(PRICE)).isEqualTo(PRICE);
        assertThat(makegood.ledger().available(ada)).isEqualTo(Credits.NONE);
    }

    @Test
    void what_was_paid_otherwise_still_hears_of_its_refunds_when_it_is_polled() {
        var euro = Money.of(100, "EUR");
        var open = open();
        gateway.pays(open.checkout().ref(), euro);
        assertThat(makegood.payments().refresh(open.id())).get()
                .isInstanceOf(Payment.Quarantined.class);

        gateway.refundsWithoutUs(open.checkout().ref(), "re_1", euro,
                PaymentRefund.RefundStatus.SUCCEEDED);

        assertThat(makegood.payments()
                .refresh(open.id())
                .orElseThrow()
                .refundsAndDisputes()
                .refundedAmount(euro)).isEqualTo(euro);
    }

    @Test
    void a_payment_that_ended_is_not_polled_for() {
        var open = open();
        gateway.expires(open.checkout().ref());
        var ended = makegood.payments().refresh(open.id()).orElseThrow();
        gateway.refuses(true);
        var failed = create();
        int before = gateway.polls();

        assertThat(makegood.payments().refresh(ended.id())).contains(ended);
        assertThat(makegood.payments().refresh(failed.id())).contains(failed);
        assertThat(gateway.polls()).isEqualTo(before);
        passAndRun(Duration.ofDays(1));
        assertThat(task(ended)).isEmpty();
    }

    @Test
    void a_checkout_is_expired_only_while_it_is_open() {
        var paid = open();
        gateway.pays(paid.checkout().ref(), PRICE);
        var open = open();

        assertThat(makegood.payments().expire(open.id())).get()
                .isInstanceOf(Payment.Cancelled.class);
        assertThat(makegood.payments().expire(paid.id())).get()
                .isInstanceOf(Payment.Succeeded.class);
        assertThat(makegood.payments().expire(new PaymentId(samples.id()))).isEmpty();
    }

    @Test
    void a_checkout_whose_end_is_not_confirmed_stays_open() {
        var open = open();
        gateway.losesAnswers(true);

        assertThat(makegood.payments().expire(open.id())).contains(open);
    }
}
