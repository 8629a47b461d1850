package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Wallet;
import dev.makegood.money.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that came otherwise than it was billed, and what an operator does about it. */
class QuarantinedPaymentsTest extends PaymentsTestBase {

    @Test
    void a_wrong_amount_or_currency_grants_nothing_and_waits_for_a_person() {
        var less = openPayment(STARTER);
        var other = openPayment(STARTER);

        notice("evt_1", less, gateway.pays(less.checkout().ref(), Money.of(19_899, "RUB")));
        notice("evt_2", other, gateway.pays(other.checkout().ref(), Money.of(19_900, "EUR")));

        assertThat(available()).isZero();
        assertThat(types()).filteredOn("payment.quarantined"::equals).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"9950,50,5", "19899,99,9", "39800,200,20", "1,0,0"})
    void what_was_paid_otherwise_is_accepted_with_its_share_of_the_credits_once(
            long paid, long credits, long bonus) {
        var payment = openPayment(new Purpose.Pack("starter", new Credits(100), new Credits(10)));
        notice("evt_1", payment, gateway.pays(payment.checkout().ref(), Money.of(paid, "RUB")));

        var first = makegood.payments().accept(payment.id(), OPERATOR);
        var again = makegood.payments().accept(payment.id(), OPERATOR);

        assertThat(((PaymentAcceptance.PaymentAccepted) first).changed()).isTrue();
        assertThat(((PaymentAcceptance.PaymentAccepted) again).changed()).isFalse();
        assertThat(available()).isEqualTo(credits + bonus);
        assertThat(types()).filteredOn("payment.succeeded"::equals).hasSize(1);
    }

    @Test
    void a_refund_of_what_was_accepted_claws_back_the_share() {
        var payment = openPayment(STARTER);
        notice("evt_1", payment, gateway.pays(payment.checkout().ref(), Money.of(9_950, "RUB")));
        var accepted = makegood.payments().accept(payment.id(), OPERATOR);

        var refunded = makegood.payments().refundRemaining(payment.id(), OPERATOR);
        run();

        assertThat(accepted).isInstanceOf(PaymentAcceptance.PaymentAccepted.class);
        assertThat(((PaymentRefundAnswer.PaymentRefunded) refunded).amount())
                .isEqualTo(Money.of(9_950, "RUB"));
        assertThat(available()).isZero();
    }

    @Test
    void what_is_in_quarantine_is_refunded_without_being_accepted() {
        var payment = openPayment(STARTER);
        notice("evt_1", payment, gateway.pays(payment.checkout().ref(), Money.of(1, "EUR")));

        var refunded = makegood.payments().refundRemaining(payment.id(), OPERATOR);
        run();

        assertThat(((PaymentRefundAnswer.PaymentRefunded) refunded).amount())
                .isEqualTo(Money.of(1, "EUR"));
        assertThat(gateway.refunds()).hasSize(1);
        assertThat(types()).filteredOn("payment.quarantined"::equals).hasSize(1);
    }

    @Test
    void only_what_is_in_quarantine_in_the_currency_billed_is_accepted() {
        var euros = openPayment(STARTER);
        notice("evt_1", euros, gateway.pays(euros.checkout().ref(), Money.of(19_900, "EUR")));
        var asBilled = paid(STARTER);

        assertThat(makegood.payments().accept(euros.id(), OPERATOR))
                .isInstanceOf(PaymentAcceptance.PaidInOtherCurrency.class);
        assertThat(makegood.payments().accept(asBilled.id(), OPERATOR))
                .isInstanceOf(PaymentAcceptance.NotInQuarantine.class);
        assertThat(makegood.payments().accept(new PaymentId(samples.id()), OPERATOR))
                .isInstanceOf(PaymentAcceptance.NoPaymentToAccept.class);
    }

    @Test
    void a_payment_that_is_paid_twice_is_fulfilled_once_and_shown_to_an_operator() {
        var paid = paid(STARTER);
        var other = new GatewayRef("fake", "cs_other");

        notice("evt_1", List.of(other, paid.details().ownRef()), gateway.pays(other, PRICE));
        notice("evt_2", List.of(other, paid.details().ownRef()),
                gateway.refundsWithoutUs(other, "re_1", PRICE,
                        PaymentRefund.RefundStatus.SUCCEEDED));

        assertThat(makegood.payments().find(paid.id())).contains(paid);
        assertThat(available()).as("only the second money went back").isEqualTo(100);
        assertThat(types()).filteredOn("payment.quarantined"::equals).hasSize(2);
    }

    @Test
    void a_notice_that_matches_no_payment_is_shown_to_an_operator_once() {
        var unknown = new GatewayRef("fake", "cs_unknown");
        var verified = new NoticeReader.Verified(new GatewayRef("fake", "evt_9"), List.of(unknown),
                List.of());

        assertThat(makegood.payments().accept(verified))
                .isInstanceOf(NoticeAnswer.NoticeUnmatched.class);
        assertThat(makegood.payments().accept(verified))
                .isInstanceOf(NoticeAnswer.NoticeUnmatched.class);

        assertThat(store.reports().systemEvents(null, 10))
                .extracting(RecordedEvent::type)
                .containsExactly("payment.quarantined");
    }

    @Test
    void a_paid_pack_that_the_wallet_has_no_room_for_is_quarantined() {
        var open = openPayment(new Purpose.Pack("starter", new Credits(90), new Credits(11)));
        var unused = makegood.ledger()
                .grant(samples.transfer(), ada, Grant.signup(
                        Wallet.CREDITS_MAX.minus(new Credits(100))));

        notice("evt_1", open, gateway.pays(open.checkout().ref(), PRICE));
        passAndRun(Duration.ofHours(2));

        assertThat(makegood.payments().find(open.id())).get()
                .isInstanceOfSatisfying(Payment.Quarantined.class, quarantined -> assertThat(
                        quarantined.why()).contains("at most 100 more"));
        assertThat(quarantined()).containsEntry("payment", open.id().toString());
        assertThat(makegood.payments().accept(open.id(), OPERATOR))
                .isInstanceOf(PaymentAcceptance.NoRoomForCredits.class);
        assertThat(available()).isEqualTo(Wallet.CREDITS_MAX.amount() - 100);
        assertThat(tasksEver()).isEmpty();
    }

    @Test
    void a_pack_of_more_credits_than_there_are_is_quarantined_and_never_thrown() {
        var open = openPayment(new Purpose.Pack("all", new Credits(Long.MAX_VALUE),
                new Credits(Long.MAX_VALUE)));

        notice("evt_1", open, gateway.pays(open.checkout().ref(), PRICE));

        assertThat(makegood.payments().find(open.id())).get()
                .isInstanceOf(Payment.Quarantined.class);
    }
}
