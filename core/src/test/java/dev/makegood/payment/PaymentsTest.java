package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Credits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the order of a pack to its credits. */
class PaymentsTest extends PaymentsTestBase {

    @Test
    void a_pack_that_is_paid_grants_its_credits_and_its_bonus_once() {
        var open = openPayment(new Purpose.Pack("starter", new Credits(100), new Credits(10)));
        var paid = gateway.pays(open.checkout().ref(), PRICE);

        notice("evt_1", open, paid);
        notice("evt_1", open, paid);
        notice("evt_2", open, paid);
        passAndRun(Duration.ofHours(2));

        assertThat(makegood.payments().find(open.id())).get().isInstanceOf(Payment.Succeeded.class);
        assertThat(available()).isEqualTo(110);
    }

    @Test
    void a_payment_without_notices_is_polled_until_it_is_final() {
        var open = openPayment(STARTER);
        passAndRun(Duration.ofMinutes(5));
        gateway.pays(open.checkout().ref(), PRICE);

        passAndRun(Duration.ofHours(1));

        assertThat(available()).isEqualTo(100);
        assertThat(tasksEver()).isEmpty();
    }

    @Test
    void an_authorised_payment_is_captured_at_once_by_notice_or_poll() {
        var noticed = openPayment(STARTER);
        var polled = openPayment(STARTER);

        notice("evt_1", noticed, gateway.authorises(noticed.checkout().ref()));
        run();
        assertThat(available()).isEqualTo(100);
        gateway.authorises(polled.checkout().ref());
        passAndRun(Duration.ofMinutes(5));

        assertThat(available()).isEqualTo(200);
    }

    @Test
    void a_notice_that_overtakes_the_opening_finds_its_payment_by_our_own_reference() {
        gateway.losesAnswers(true);
        var billed = makegood.payments()
                .create(newDetails(STARTER));
        gateway.losesAnswers(false);

        var paid = gateway.pays(new GatewayRef("fake", "cs_" + billed.id()), PRICE);
        var answer = makegood.payments()
                .accept(new NoticeReader.Verified(
                        new GatewayRef("fake", "evt_1"), List.of(billed.details().ownRef()),
                        List.of(paid)));

        assertThat(answer).isInstanceOf(NoticeAnswer.NoticeApplied.class);
        assertThat(available()).isEqualTo(100);
    }

    @Test
    void a_notice_that_comes_again_is_answered_so_and_changes_nothing_more() {
        var open = openPayment(STARTER);
        var ref = open.checkout().ref();
        notice("evt_1", ref, gateway.pays(ref, PRICE));
        var refund = new PaymentRefund("re_1", PRICE, PaymentRefund.RefundStatus.SUCCEEDED,
                clock.instant());

        var again = makegood.payments()
                .accept(new NoticeReader.Verified(new GatewayRef("fake", "evt_1"), List.of(ref),
                        List.of(new GatewayReport.RefundUpdated(refund))));

        assertThat(again).isInstanceOf(NoticeAnswer.NoticeAlreadyApplied.class);
        assertThat(available()).isEqualTo(100);
    }

    @Test
    void an_opening_whose_answer_was_lost_is_repeated_and_is_one_checkout() {
        gateway.losesAnswers(true);
        var billed = makegood.payments()
                .create(newDetails(STARTER));
        gateway.losesAnswers(false);

        passAndRun(Duration.ofMinutes(5));

        assertThat(billed).isInstanceOf(Payment.Billed.class);
        assertThat(makegood.payments().find(billed.id())).get().isInstanceOf(Payment.Open.class);
        assertThat(gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void a_gateway_that_refuses_leaves_a_failed_payment_and_nothing_to_do() {
        gateway.refuses(true);

        var payment = makegood.payments()
                .create(newDetails(STARTER));

        assertThat(payment).isInstanceOf(Payment.Failed.class);
        assertThat(tasksEver()).isEmpty();
    }

    @Test
    void money_that_comes_after_all_is_a_fact() {
        var open = openPayment(STARTER);

        notice("evt_1", open, gateway.expires(open.checkout().ref()));
        notice("evt_2", open, gateway.pays(open.checkout().ref(), PRICE));

        assertThat(available()).isEqualTo(100);
    }

    @Test
    void a_poll_without_a_definite_answer_says_so() {
        var open = openPayment(STARTER);
        gateway.losesAnswers(true);

        assertThat(makegood.payments().poll(open.id())).get()
                .isEqualTo(new PolledPayment.PollUnanswered(open, "lost"));

        gateway.losesAnswers(false);
        assertThat(makegood.payments().poll(open.id())).get()
                .isEqualTo(new PolledPayment.PollAnswered(open));
        assertThat(makegood.payments().poll(new PaymentId(samples.id()))).isEmpty();
    }

    @Test
    void a_payment_that_had_ended_is_polled_by_its_reference_there_and_no_other() {
        var open = openPayment(STARTER);
        var other = openPayment(STARTER);
        notice("evt_1", open, gateway.expires(open.checkout().ref()));
        var unheard = gateway.pays(open.checkout().ref(), PRICE);
        assertThat(unheard).isNotNull();

        assertThat(makegood.payments().poll(other.id(), open.checkout().ref())).isEmpty();
        assertThat(available()).isZero();
        assertThat(makegood.payments().poll(open.id(), open.checkout().ref())).get()
                .extracting(PolledPayment::payment)
                .isInstanceOf(Payment.Succeeded.class);
        assertThat(available()).isEqualTo(100);
    }
}
