package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.Dispute.Stage;
import dev.makegood.payment.GatewayReport.Declined;
import dev.makegood.payment.GatewayReport.DisputeIs;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.GatewayReport.RefundIs;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGateway.Returning;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund.State;
import dev.makegood.payment.Purpose;
import dev.makegood.stripe.fake.Call;
import dev.makegood.stripe.fake.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeTest extends AtStripe {

    @Test
    void the_library_speaks_the_version_our_code_was_written_for() {
        opened(aBill());

        assertThat(com.stripe.Stripe.API_VERSION).isEqualTo(Account.API_VERSION);
        assertThat(last().headers()).containsEntry("stripe-version", Account.API_VERSION);
    }

    @Test
    void nothing_is_told_about_this_machine() {
        opened(aBill());
        opened(aBill());

        assertThat(last().headers()).doesNotContainKeys("x-stripe-client-telemetry",
                "x-stripe-client-user-agent");
        assertThat(last().headers().get("user-agent")).matches("[A-Za-z0-9/. ]+");
    }

    @Test
    void a_bill_is_one_line_with_ids_and_nothing_of_the_customer() {
        var work = new UUID(5, 5);
        var bill = aBill(PRICE, new Purpose.Work(work));

        opened(bill);

        var id = bill.id().toString();
        assertThat(last().headers()).containsEntry("idempotency-key", "open-" + id);
        assertThat(decoded(last().body()).split("&")).contains("mode=payment",
                "client_reference_id=" + id, "metadata[payment]=" + id,
                "metadata[work]=" + work, "payment_intent_data[metadata][payment]=" + id,
                "payment_intent_data[metadata][work]=" + work,
                "line_items[0][price_data][currency]=eur",
                "line_items[0][price_data][unit_amount]=114818", "line_items[0][quantity]=1",
                "line_items[0][price_data][product_data][name]=100 credits",
                "success_url=https://example.com/paid?s={CHECKOUT_SESSION_ID}",
                "cancel_url=https://example.com/back");
        assertThat(last().body()).doesNotContain(bill.customer().toString());
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"500,JPY,500", "5,ISK,500", "5,UGX,500", "5120,KWD,5120", "500,MGA,5"})
    void odd_currencies_come_back_as_they_were_billed(long minor, String code, long number) {
        var bill = aBill(Money.of(minor, code));
        var session = paid(bill);

        assertThat(fake.sessions().getLast().path("amount_total").longValue()).isEqualTo(number);
        assertThat(seen(session)).singleElement()
                .isInstanceOfSatisfying(Received.class,
                        received -> assertThat(received.paid().amount()).isEqualTo(bill.amount()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"5124,KWD", "520,MGA"})
    void what_stripe_cannot_say_is_declined_without_asking(long minor, String code) {
        var before = fake.calls().size();

        assertThat(stripe.open(aBill(Money.of(minor, code))))
                .isInstanceOf(PaymentGateway.Declined.class);
        assertThat(fake.calls()).hasSize(before);
    }

    @Test
    void a_link_of_any_length_is_kept_and_the_session_is_not_cut_out_of_it() {
        var checkout = opened(aBill());

        assertThat(checkout.link()).contains("#fid").hasSizeGreaterThan(390);
        assertThat(checkout.ref().id()).hasSize(66);
        assertThat(seen(checkout.ref().id())).singleElement().isInstanceOf(NotPaidYet.class);
    }

    @Test
    void a_bill_that_waited_is_opened_with_the_same_words() {
        var bill = aBill();
        fake.next(Fault.BAD_GATEWAY);
        assertThat(stripe.open(bill)).isInstanceOf(Unknown.class);
        clock.pass(Duration.ofHours(20));

        var checkout = opened(bill);

        assertThat(checkout.ref().id())
                .isEqualTo(fake.sessions().getLast().path("id").stringValue());
    }

    @Test
    void a_bill_that_waited_too_long_is_declined() {
        var bill = aBill();
        clock.pass(Duration.ofHours(23));

        assertThat(stripe.open(bill)).isInstanceOf(PaymentGateway.Declined.class);
    }

    @Test
    void the_same_key_with_other_words_is_unknown_for_the_first_may_have_worked() {
        var bill = aBill();
        opened(bill);
        var other = new Bill(bill.id(), bill.customer(), "stripe", Money.of(1_000, "EUR"),
                bill.purpose(), bill.description(), bill.backTo(), bill.createdAt());

        assertThat(stripe.open(other)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_long_description_is_cut_between_letters() {
        var bill = aBill();
        var wordy = new Bill(bill.id(), bill.customer(), "stripe", PRICE, bill.purpose(),
                "🎬".repeat(400), bill.backTo(), bill.createdAt());

        opened(wordy);

        assertThat(decoded(last().body())).contains("=" + "🎬".repeat(250) + "&");
    }

    @Test
    void a_session_that_is_complete_is_not_a_session_that_is_paid() {
        var session = opened(aBill()).ref().id();
        fake.submit(session);

        assertThat(seen(session)).singleElement().isInstanceOf(NotPaidYet.class);
        fake.settle(session, true);

        assertThat(seen(session)).singleElement()
                .isInstanceOfSatisfying(Received.class,
                        received -> assertThat(received.paid().method()).isEqualTo("sepa_debit"));
    }

    @Test
    void what_fails_after_days_is_declined_with_its_reason() {
        var session = opened(aBill()).ref().id();
        fake.submit(session);
        fake.settle(session, false);

        assertThat(seen(session)).singleElement()
                .isInstanceOfSatisfying(Declined.class,
                        declined -> assertThat(declined.why()).contains("payment_attempt_failed"));
        assertThat(seen(fake.intentOf(session))).singleElement().isInstanceOf(Declined.class);
    }

    @Test
    void what_cost_nothing_is_paid_and_the_core_sees_that_it_is_not_what_was_billed() {
        var session = opened(aBill()).ref().id();
        fake.payNothing(session);

        assertThat(seen(session)).singleElement()
                .isInstanceOfSatisfying(Received.class,
                        received -> {
                            assertThat(received.paid().amount().isNone()).isTrue();
                            assertThat(received.paid().ref()).isEqualTo(ref(session));
                        });
    }

    @Test
    void another_amount_or_currency_is_told_as_it_is() {
        var session = paid(aBill());
        fake.misreport(session, 1, "usd");

        assertThat(seen(session)).singleElement()
                .isInstanceOfSatisfying(Received.class,
                        received -> assertThat(received.paid().amount())
                                .isEqualTo(Money.of(1, "USD")));
    }

    @Test
    void money_we_do_not_know_is_no_answer() {
        var session = paid(aBill());
        fake.misreport(session, 550, "isk");

        assertThat(stripe.look(ref(session))).isInstanceOf(Unknown.class);
    }

    @Test
    void an_open_session_expires_when_we_say_so() {
        var session = opened(aBill()).ref();

        assertThat(stripe.expire(session)).isInstanceOfSatisfying(PaymentGateway.Seen.class,
                seen -> assertThat(seen.reports()).singleElement().isInstanceOf(GivenUp.class));
        assertThat(stripe.expire(session)).isInstanceOfSatisfying(PaymentGateway.Seen.class,
                seen -> assertThat(seen.reports()).singleElement().isInstanceOf(GivenUp.class));
    }

    @Test
    void a_refund_carries_its_key_and_its_payment_to_stripe() {
        var bill = aBill();
        var session = paid(bill);

        assertThat(stripe.giveBack(order("a-key", bill, session, 100)))
                .isInstanceOf(Returning.class);

        assertThat(last().headers()).containsEntry("idempotency-key", "a-key");
        assertThat(decoded(last().body()).split("&")).containsExactlyInAnyOrder("amount=100",
                "metadata[refund]=a-key", "metadata[payment]=" + bill.id(),
                "payment_intent=" + fake.intentOf(session));
    }

    @Test
    void a_refund_named_after_its_session_goes_to_the_payment_of_it() {
        var bill = aBill();
        var session = paid(bill);
        var order = new PaymentGateway.RefundOrder("by-session", bill, ref(session), PRICE, "",
                clock.instant());

        assertThat(stripe.giveBack(order)).isInstanceOf(Returning.class);
        assertThat(stripe.giveBack(new PaymentGateway.RefundOrder("nothing", bill,
                opened(aBill()).ref(), PRICE, "", clock.instant())))
                        .isInstanceOf(PaymentGateway.Declined.class);
    }

    @Test
    void a_refund_whose_answer_was_lost_is_found_before_it_is_asked_for_again() {
        var bill = aBill();
        var order = order("lost-answer", bill, paid(bill), 100);
        var before = fake.refunds().size();
        fake.nextWish(Fault.LOSE_ANSWER);

        assertThat(stripe.giveBack(order)).isInstanceOf(Unknown.class);
        clock.pass(Duration.ofHours(25));

        assertThat(stripe.giveBack(order)).isInstanceOf(Returning.class);
        assertThat(fake.refunds()).hasSize(before + 1);
    }

    @Test
    void a_refund_that_had_succeeded_may_fail_later() {
        var bill = aBill();
        var session = paid(bill);
        var unused = stripe.giveBack(order("bounces", bill, session, 100));

        fake.bounce(fake.refunds().getLast().path("id").stringValue());

        assertThat(seen(session)).filteredOn(RefundIs.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(RefundIs.class,
                        is -> assertThat(is.refund().state()).isEqualTo(State.FAILED));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"won,WON", "lost,LOST", "under_review,OPEN", "a_new_word,OPEN", "prevented,WON"})
    void a_dispute_is_seen_as_far_as_it_is(String status, Stage stage) {
        var session = paid(aBill());
        var dispute = fake.dispute(session, 114_818);
        assertThat(disputeOf(session).stage()).isEqualTo(Stage.OPEN);

        fake.close(dispute, status);

        assertThat(disputeOf(session)).isEqualTo(new Dispute(dispute, PRICE, stage));
    }

    @Test
    void a_question_of_the_bank_moves_no_money() {
        var session = paid(aBill());
        fake.inquire(session, 114_818);

        assertThat(seen(session)).singleElement().isInstanceOf(Received.class);
    }

    @Test
    void more_refunds_than_a_page_holds_are_all_seen() {
        var session = paid(aBill());
        for (int i = 0; i < 105; i++) {
            fake.refund(session, 1);
        }

        assertThat(seen(session)).hasSize(106).doesNotHaveDuplicates();
    }

    private Dispute disputeOf(String session) {
        return seen(session).stream()
                .filter(DisputeIs.class::isInstance)
                .map(report -> ((DisputeIs) report).dispute())
                .findFirst()
                .orElseThrow();
    }

    private Call last() {
        return fake.calls().getLast();
    }

    private static String decoded(String body) {
        return URLDecoder.decode(body, StandardCharsets.UTF_8);
    }
}
