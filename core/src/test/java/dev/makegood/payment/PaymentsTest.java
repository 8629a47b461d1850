package dev.makegood.payment;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Wallet;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentsTest {

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
    private final CustomerId ada = samples.customer();

    @AfterEach
    void everything_adds_up() {
        assertThat(makegood.audit().violations(ada)).isEmpty();
    }

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
        var open = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        passAndRun(Duration.ofMinutes(5));
        gateway.pays(open.checkout().ref(), PRICE);

        passAndRun(Duration.ofHours(1));

        assertThat(available()).isEqualTo(100);
        assertThat(store.taskQueue().due(clock.instant().plus(Duration.ofDays(365)), 10)).isEmpty();
    }

    @Test
    void an_authorised_payment_is_captured_at_once_by_notice_or_poll() {
        var noticed = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        var polled = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));

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
                .create(newDetails(new Purpose.Pack("starter", new Credits(100), Credits.NONE)));
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
    void an_opening_whose_answer_was_lost_is_repeated_and_is_one_checkout() {
        gateway.losesAnswers(true);
        var billed = makegood.payments()
                .create(newDetails(new Purpose.Pack("starter", new Credits(100), Credits.NONE)));
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
                .create(newDetails(new Purpose.Pack("starter", new Credits(100), Credits.NONE)));

        assertThat(payment).isInstanceOf(Payment.Failed.class);
        assertThat(store.taskQueue().due(clock.instant().plus(Duration.ofDays(365)), 10)).isEmpty();
    }

    @Test
    void money_that_comes_after_all_is_a_fact() {
        var open = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));

        notice("evt_1", open, gateway.expires(open.checkout().ref()));
        notice("evt_2", open, gateway.pays(open.checkout().ref(), PRICE));

        assertThat(available()).isEqualTo(100);
    }

    @Test
    void a_wrong_amount_or_currency_grants_nothing_and_waits_for_a_person() {
        var less = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        var other = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));

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
        var payment = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
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
        var payment = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
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
        var euros = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        notice("evt_1", euros, gateway.pays(euros.checkout().ref(), Money.of(19_900, "EUR")));
        var asBilled = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));

        assertThat(makegood.payments().accept(euros.id(), OPERATOR))
                .isInstanceOf(PaymentAcceptance.PaidInOtherCurrency.class);
        assertThat(makegood.payments().accept(asBilled.id(), OPERATOR))
                .isInstanceOf(PaymentAcceptance.NotInQuarantine.class);
        assertThat(makegood.payments().accept(new PaymentId(samples.id()), OPERATOR))
                .isInstanceOf(PaymentAcceptance.NoPaymentToAccept.class);
    }

    @Test
    void a_payment_that_is_paid_twice_is_fulfilled_once_and_shown_to_an_operator() {
        var paid = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
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
    void a_refund_claws_back_its_share_rounded_up_and_the_bonus_with_it() {
        var paid = paid(new Purpose.Pack("starter", new Credits(100), new Credits(10)));

        makegood.payments().refund("refund-1", paid.id(), Money.of(1, "RUB"), OPERATOR);
        run();

        assertThat(available()).isEqualTo(108);
        assertThat(gateway.refunds()).hasSize(1);
    }

    @Test
    void refunds_together_are_at_most_what_was_paid_and_the_same_key_is_the_same_refund() {
        var paid = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));

        var first = makegood.payments()
                .refund("refund-1", paid.id(), Money.of(10_000, "RUB"), OPERATOR);
        var again = makegood.payments()
                .refund("refund-1", paid.id(), Money.of(10_000, "RUB"), OPERATOR);
        var tooMuch =
                makegood.payments().refund("refund-2", paid.id(), Money.of(9_901, "RUB"), OPERATOR);
        run();

        assertThat(first).isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class)
                .extracting("changed")
                .isEqualTo(true);
        assertThat(again).isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class)
                .extracting("changed")
                .isEqualTo(false);
        assertThat(tooMuch)
                .isEqualTo(new PaymentRefundAnswer.RefundExceedsPayment(Money.of(9_900, "RUB")));
        assertThat(gateway.refunds()).hasSize(1);
    }

    @Test
    void a_refund_whose_answer_was_lost_is_carried_out_once() {
        var paid = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        makegood.payments().refund("refund-1", paid.id(), null, OPERATOR);
        gateway.losesAnswers(true);
        run();
        gateway.losesAnswers(false);

        passAndRun(Duration.ofMinutes(2));

        assertThat(gateway.refunds()).hasSize(1);
        assertThat(makegood.payments()
                .find(paid.id())
                .orElseThrow()
                .refundsAndDisputes()
                .refunds()
                .get("refund-1")
                .status())
                        .isEqualTo(PaymentRefund.RefundStatus.SUCCEEDED);
        assertThat(available()).isZero();
    }

    @Test
    void a_refund_the_gateway_refuses_reinstates_the_credits() {
        var paid = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        gateway.refuses(true);
        makegood.payments().refund("refund-1", paid.id(), null, OPERATOR);

        run();

        assertThat(available()).isEqualTo(100);
    }

    @Test
    void a_dispute_claws_back_the_credits_and_winning_it_reinstates_them() {
        var paid = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));

        notice("evt_3", paid.paid().ref(),
                gateway.disputes(paid.paid().ref(), "dp_1", PRICE, Dispute.DisputeStatus.OPEN));
        assertThat(available()).isZero();
        notice("evt_4", paid.paid().ref(),
                gateway.disputes(paid.paid().ref(), "dp_1", PRICE, Dispute.DisputeStatus.WON));
        notice("evt_5", paid.paid().ref(),
                gateway.disputes(paid.paid().ref(), "dp_1", PRICE, Dispute.DisputeStatus.OPEN));

        assertThat(available()).isEqualTo(100);
    }

    @Test
    void each_turn_of_a_dispute_is_told_once_and_only_an_open_one_is_a_dispute() {
        var paid = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));

        disputed("evt_3", paid, Dispute.DisputeStatus.OPEN);
        assertThat(isDisputed(paid)).isTrue();
        disputed("evt_4", paid, Dispute.DisputeStatus.OPEN);
        disputed("evt_5", paid, Dispute.DisputeStatus.WON);

        assertThat(isDisputed(paid)).isFalse();
        assertThat(store.reports().events(ada, 0, 100))
                .filteredOn(event -> event.type().equals("payment.disputed"))
                .extracting(event -> event.facts().get("disputeStatus"))
                .containsExactly("open", "won");
    }

    private void disputed(String notice, Payment.Succeeded paid, Dispute.DisputeStatus status) {
        notice(notice, paid.paid().ref(),
                gateway.disputes(paid.paid().ref(), "dp_1", PRICE, status));
    }

    private boolean isDisputed(Payment payment) {
        return makegood.payments()
                .find(payment.id())
                .orElseThrow()
                .refundsAndDisputes()
                .isDisputed();
    }

    @Test
    void a_notice_that_comes_again_is_answered_so_and_changes_nothing_more() {
        var open = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
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
    void a_refund_without_an_answer_is_requested_again_after_its_back_off() {
        var paid = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        makegood.payments().refund("refund-1", paid.id(), null, OPERATOR);
        gateway.losesAnswers(true);

        run();

        assertThat(store.taskQueue().find(ada, PaymentTasks.REFUND, paid.id().value())).get()
                .satisfies(task -> assertThat(task.dueAt())
                        .isAfter(clock.instant())
                        .isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(1))));
    }

    @Test
    void a_poll_without_a_definite_answer_says_so() {
        var open = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
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
        var open = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        var other = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
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

    @Test
    void why_a_gateway_refused_a_refund_stands_in_the_events() {
        var payment = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        gateway.refuses(true);

        assertThat(makegood.payments().refund("key", payment.id(), null, OPERATOR))
                .isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);
        run();

        assertThat(store.reports().events(ada, 0, 100))
                .filteredOn(event -> event.type().equals("payment.refunded"))
                .last()
                .extracting(RecordedEvent::facts, as(MAP))
                .containsEntry("refundStatus", "failed")
                .containsEntry("reason", "no");
    }

    @Test
    void a_refund_changes_its_payment_now() {
        var payment = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        clock.advance(Duration.ofDays(3));

        assertThat(makegood.payments().refundRemaining(payment.id(), OPERATOR))
                .isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);

        assertThat(makegood.payments().find(payment.id()).orElseThrow().updatedAt())
                .isEqualTo(clock.instant());
    }

    @Test
    void a_failed_refund_waits_for_an_operator() {
        var payment = paid(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        gateway.refuses(true);

        assertThat(makegood.payments().refundRemaining(payment.id(), OPERATOR))
                .isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);
        run();

        assertThat(store.reports().quarantineEvents(null, 10)).singleElement()
                .extracting(RecordedEvent::facts, as(MAP))
                .containsEntry("payment", payment.id().toString())
                .containsEntry("reason",
                        "the refund of " + PRICE + " failed: no");
    }

    private Payment.Open openPayment(Purpose purpose) {
        return (Payment.Open) makegood.payments().create(newDetails(purpose));
    }

    private Payment.Succeeded paid(Purpose purpose) {
        var open = openPayment(purpose);
        notice("paid " + open.id(), open, gateway.pays(open.checkout().ref(), PRICE));
        return (Payment.Succeeded) makegood.payments().find(open.id()).orElseThrow();
    }

    @Test
    void a_checkout_that_the_gateway_gave_to_another_payment_is_not_opened_and_names_both() {
        var first = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        var details = newDetails(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        gateway.opensWith(details.id(), first.checkout());

        var second = makegood.payments().create(details);

        assertThat(second).isInstanceOf(Payment.Failed.class);
        assertThat(quarantined()).containsEntry("payment", second.id().toString())
                .containsEntry("otherPayment", first.id().toString())
                .containsEntry("gatewayRef", first.checkout().ref().toString());
        gateway.pays(first.checkout().ref(), PRICE);
        passAndRun(Duration.ofDays(30));
        assertThat(available()).isEqualTo(100);
    }

    @Test
    void a_task_that_opens_again_and_is_given_the_checkout_of_another_ends() {
        var first = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        var details = newDetails(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        gateway.opensWith(details.id(), first.checkout());
        gateway.losesAnswers(true);
        assertThat(makegood.payments().create(details)).isInstanceOf(Payment.Billed.class);
        gateway.losesAnswers(false);
        gateway.expires(first.checkout().ref());

        passAndRun(Duration.ofMinutes(5));

        assertThat(makegood.payments().find(details.id())).get()
                .isInstanceOf(Payment.Failed.class);
        assertThat(store.taskQueue().due(clock.instant().plus(Duration.ofDays(365)), 10)).isEmpty();
    }

    @Test
    void a_notice_that_names_two_payments_changes_neither_and_names_both() {
        var first = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        var second = openPayment(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        var paid = gateway.pays(first.checkout().ref(), PRICE);

        notice("evt_1", List.of(first.checkout().ref(), second.checkout().ref()), paid);

        assertThat(makegood.payments().find(first.id())).contains(first);
        assertThat(quarantined()).containsEntry("payment", first.id().toString())
                .containsEntry("otherPayment", second.id().toString())
                .containsEntry("gatewayRef", second.checkout().ref().toString());
    }

    private Map<String, String> quarantined() {
        return store.reports()
                .events(ada, 0, 100)
                .stream()
                .filter(event -> event.type().equals(PaymentEvent.QUARANTINED))
                .findFirst()
                .orElseThrow()
                .facts();
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
        assertThat(store.taskQueue().due(clock.instant().plus(Duration.ofDays(365)), 10)).isEmpty();
    }

    @Test
    void a_pack_of_more_credits_than_there_are_is_quarantined_and_never_thrown() {
        var open = openPayment(new Purpose.Pack("all", new Credits(Long.MAX_VALUE),
                new Credits(Long.MAX_VALUE)));

        notice("evt_1", open, gateway.pays(open.checkout().ref(), PRICE));

        assertThat(makegood.payments().find(open.id())).get()
                .isInstanceOf(Payment.Quarantined.class);
    }

    private PaymentDetails newDetails(Purpose purpose) {
        return new PaymentDetails(new PaymentId(samples.id()), ada, "fake", PRICE, purpose,
                "Starter pack",
                new PaymentDetails.ReturnUrls("https://shop.example/ok", "https://shop.example/no"),
                clock.instant());
    }

    private void notice(String id, Payment.Open open, GatewayReport report) {
        notice(id, open.checkout().ref(), report);
    }

    private void notice(String id, GatewayRef about, GatewayReport report) {
        notice(id, List.of(about), report);
    }

    private void notice(String id, List<GatewayRef> about, GatewayReport report) {
        var notice = new NoticeReader.Verified(new GatewayRef("fake", id), about, List.of(report));
        assertThat(makegood.payments().accept(notice))
                .isNotInstanceOf(NoticeAnswer.NoticeUnmatched.class);
    }

    private void passAndRun(Duration time) {
        clock.advance(time);
        run();
    }

    private void run() {
        for (int left = 10; left > 0 && makegood.taskRunner().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }

    private long available() {
        return makegood.ledger().available(ada).amount();
    }

    private List<String> types() {
        return store.reports().events(ada, 0, 100).stream().map(RecordedEvent::type).toList();
    }
}
