package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.DisputeUpdated;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentDeclined;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.PaymentSubmitted;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.Purpose;
import dev.makegood.stripe.fake.FakeStripeRequest;
import dev.makegood.stripe.fake.StripeFault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeGatewayTest extends StripeFixture {

    @Test
    void a_refund_or_dispute_that_cannot_be_read_hides_nothing_else() {
        var details = newPayment();
        var session = paySession(details);
        var odd = fake.refund(session, 100);
        var good = fake.refund(session, 200);
        var dispute = fake.dispute(session, 300);
        fake.distort(odd, "amount", "\"one\"");
        fake.distort(dispute, "currency", "\"zzz\"");

        assertThat(pollReports(session)).hasSize(4)
                .hasAtLeastOneElementOfType(GatewayReport.PaymentReceived.class)
                .anyMatch(it -> it instanceof GatewayReport.RefundUpdated r
                        && r.refund()
                                .key()
                                .equals(good))
                .anyMatch(it -> it instanceof GatewayReport.UnreadableReport r
                        && r.why()
                                .contains(odd))
                .anyMatch(it -> it instanceof GatewayReport.UnreadableReport r
                        && r.why()
                                .contains(dispute));
    }

    @Test
    void a_refund_that_may_be_the_one_requested_is_not_requested_again() {
        var details = newPayment();
        var session = paySession(details);
        var unused = stripeGateway.refund(instruction("ours", details, session, 100));
        var made = fake.refunds().getLast().path("id").stringValue();
        fake.distort(made, "amount", "[]");
        clock.advance(Duration.ofDays(2));
        var before = fake.refunds().size();

        assertThat(stripeGateway.refund(instruction("ours", details, session, 100)))
                .isInstanceOfSatisfying(Unknown.class,
                        unknown -> assertThat(unknown.why()).contains(made));
        assertThat(fake.refunds()).hasSize(before);
    }

    @Test
    void the_library_speaks_the_version_our_code_was_written_for() {
        openCheckout(newPayment());

        assertThat(com.stripe.Stripe.API_VERSION).isEqualTo(StripeApi.API_VERSION);
        assertThat(last().headers()).containsEntry("stripe-version", StripeApi.API_VERSION);
    }

    @Test
    void nothing_is_sent_about_this_machine() {
        openCheckout(newPayment());
        openCheckout(newPayment());

        assertThat(last().headers()).doesNotContainKeys("x-stripe-client-telemetry",
                "x-stripe-client-user-agent");
        assertThat(last().headers().get("user-agent")).matches("[A-Za-z0-9/. ]+");
    }

    @Test
    void a_checkout_is_one_line_with_ids_and_nothing_of_the_customer() {
        var project = new UUID(5, 5);
        var details = newPayment(PRICE, new Purpose.PaidWork(project));

        openCheckout(details);

        var id = details.id().toString();
        assertThat(last().headers()).containsEntry("idempotency-key", "checkout-" + id);
        assertThat(decoded(last().body()).split("&")).contains("mode=payment",
                "client_reference_id=" + id, "metadata[makegood_payment_id]=" + id,
                "metadata[makegood_project_id]=" + project,
                "payment_intent_data[metadata][makegood_payment_id]=" + id,
                "payment_intent_data[metadata][makegood_project_id]=" + project,
                "line_items[0][price_data][currency]=eur",
                "line_items[0][price_data][unit_amount]=114818", "line_items[0][quantity]=1",
                "line_items[0][price_data][product_data][name]=100 credits",
                "success_url=https://example.com/paid?s={CHECKOUT_SESSION_ID}",
                "cancel_url=https://example.com/back");
        assertThat(last().body()).doesNotContain(details.customer().toString());
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"500,JPY,500", "5,ISK,500", "5,UGX,500", "5120,KWD,5120", "500,MGA,5"})
    void odd_currencies_come_back_as_they_were_billed(long minor, String code, long number) {
        var details = newPayment(Money.of(minor, code));
        var session = paySession(details);

        assertThat(fake.sessions().getLast().path("amount_total").longValue()).isEqualTo(number);
        assertThat(pollReports(session)).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class,
                        paymentReceived -> assertThat(paymentReceived.paid().amount())
                                .isEqualTo(details.amount()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"5124,KWD", "520,MGA"})
    void an_amount_that_stripe_does_not_take_is_declined_without_a_call(long minor, String code) {
        var before = fake.requests().size();

        assertThat(stripeGateway.open(newPayment(Money.of(minor, code))))
                .isInstanceOf(PaymentGateway.Declined.class);
        assertThat(fake.requests()).hasSize(before);
    }

    @Test
    void a_link_of_any_length_is_kept_and_the_session_is_not_cut_out_of_it() {
        var checkout = openCheckout(newPayment());

        assertThat(checkout.link()).contains("#fid").hasSizeGreaterThan(390);
        assertThat(checkout.ref().id()).hasSize(66);
        assertThat(pollReports(checkout.ref().id())).singleElement().isInstanceOf(NotPaidYet.class);
    }

    @Test
    void a_payment_that_waited_is_opened_with_the_same_request() {
        var details = newPayment();
        fake.failNext(StripeFault.BAD_GATEWAY);
        assertThat(stripeGateway.open(details)).isInstanceOf(Unknown.class);
        clock.advance(Duration.ofHours(20));

        var checkout = openCheckout(details);

        assertThat(checkout.ref().id())
                .isEqualTo(fake.sessions().getLast().path("id").stringValue());
    }

    @Test
    void a_payment_that_waited_too_long_is_declined() {
        var details = newPayment();
        clock.advance(Duration.ofHours(23));

        assertThat(stripeGateway.open(details)).isInstanceOf(PaymentGateway.Declined.class);
    }

    @Test
    void the_same_key_with_another_request_is_unknown_for_the_first_may_have_worked() {
        var details = newPayment();
        openCheckout(details);
        var other = new PaymentDetails(details.id(), details.customer(), "stripe",
                Money.of(1_000, "EUR"),
                details.purpose(), details.description(), details.returnUrls(),
                details.createdAt());

        assertThat(stripeGateway.open(other)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_long_description_is_cut_between_letters() {
        var details = newPayment();
        var withLongText = new PaymentDetails(details.id(), details.customer(), "stripe", PRICE,
                details.purpose(),
                "🎬".repeat(400), details.returnUrls(), details.createdAt());

        openCheckout(withLongText);

        assertThat(decoded(last().body())).contains("=" + "🎬".repeat(250) + "&");
    }

    @Test
    void a_session_that_is_complete_is_not_a_session_that_is_paid() {
        var session = openCheckout(newPayment()).ref().id();
        fake.submit(session);

        assertThat(pollReports(session)).singleElement().isInstanceOf(PaymentSubmitted.class);
        assertThat(pollReports(fake.intentOf(session))).singleElement()
                .isInstanceOf(PaymentSubmitted.class);
        fake.settle(session, true);

        assertThat(pollReports(session)).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class,
                        paymentReceived -> assertThat(paymentReceived.paid().method())
                                .isEqualTo("sepa_debit"));
    }

    @Test
    void what_fails_after_days_is_declined_with_its_reason() {
        var session = openCheckout(newPayment()).ref().id();
        fake.submit(session);
        fake.settle(session, false);

        assertThat(pollReports(session)).singleElement()
                .isInstanceOfSatisfying(PaymentDeclined.class,
                        paymentDeclined -> assertThat(paymentDeclined.why())
                                .contains("payment_attempt_failed"));
        assertThat(pollReports(fake.intentOf(session))).singleElement()
                .isInstanceOf(PaymentDeclined.class);
    }

    @Test
    void what_cost_nothing_is_paid_and_the_core_sees_that_it_is_not_what_was_billed() {
        var session = openCheckout(newPayment()).ref().id();
        fake.payNothing(session);

        assertThat(pollReports(session)).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class,
                        paymentReceived -> {
                            assertThat(paymentReceived.paid().amount().isNone()).isTrue();
                            assertThat(paymentReceived.paid().ref()).isEqualTo(ref(session));
                        });
    }

    @Test
    void another_amount_or_currency_is_reported_as_it_is() {
        var session = paySession(newPayment());
        fake.misreport(session, 1, "usd");

        assertThat(pollReports(session)).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class,
                        paymentReceived -> assertThat(paymentReceived.paid().amount())
                                .isEqualTo(Money.of(1, "USD")));
    }

    @Test
    void an_amount_that_we_do_not_know_is_unknown() {
        var session = paySession(newPayment());
        fake.misreport(session, 550, "isk");

        assertThat(stripeGateway.poll(ref(session))).isInstanceOf(Unknown.class);
    }

    @Test
    void an_open_session_expires_when_we_say_so() {
        var session = openCheckout(newPayment()).ref();

        assertThat(stripeGateway.expire(session)).isInstanceOfSatisfying(
                PaymentGateway.Polled.class,
                polled -> assertThat(polled.reports()).singleElement()
                        .isInstanceOf(PaymentCancelled.class));
        assertThat(stripeGateway.expire(session)).isInstanceOfSatisfying(
                PaymentGateway.Polled.class,
                polled -> assertThat(polled.reports()).singleElement()
                        .isInstanceOf(PaymentCancelled.class));
    }

    @Test
    void a_refund_carries_its_key_and_its_payment_to_stripe() {
        var details = newPayment();
        var session = paySession(details);

        assertThat(stripeGateway.refund(instruction("a-key", details, session, 100)))
                .isInstanceOf(RefundAccepted.class);

        assertThat(last().headers()).containsEntry("idempotency-key", "a-key");
        assertThat(decoded(last().body()).split("&")).containsExactlyInAnyOrder("amount=100",
                "metadata[makegood_refund_key]=a-key",
                "metadata[makegood_payment_id]=" + details.id(),
                "payment_intent=" + fake.intentOf(session));
    }

    @Test
    void a_refund_named_after_its_session_goes_to_the_payment_of_it() {
        var details = newPayment();
        var session = paySession(details);
        var instruction =
                new PaymentGateway.RefundInstruction("by-session", details, ref(session), PRICE, "",
                        clock.instant());

        assertThat(stripeGateway.refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(stripeGateway.refund(new PaymentGateway.RefundInstruction("nothing", details,
                openCheckout(newPayment()).ref(), PRICE, "", clock.instant())))
                        .isInstanceOf(PaymentGateway.Declined.class);
    }

    @Test
    void a_refund_whose_response_was_lost_is_found_before_it_is_requested_again() {
        var details = newPayment();
        var instruction = instruction("lost-answer", details, paySession(details), 100);
        var before = fake.refunds().size();
        fake.failNextPost(StripeFault.LOSE_ANSWER);

        assertThat(stripeGateway.refund(instruction)).isInstanceOf(Unknown.class);
        clock.advance(Duration.ofHours(25));

        assertThat(stripeGateway.refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(fake.refunds()).hasSize(before + 1);
    }

    @Test
    void a_refund_that_had_succeeded_may_fail_later() {
        var details = newPayment();
        var session = paySession(details);
        var unused = stripeGateway.refund(instruction("bounces", details, session, 100));

        fake.failRefund(fake.refunds().getLast().path("id").stringValue());

        assertThat(pollReports(session)).filteredOn(RefundUpdated.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(RefundUpdated.class,
                        is -> assertThat(is.refund().status()).isEqualTo(RefundStatus.FAILED));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"won,WON", "lost,LOST", "under_review,OPEN", "a_new_word,OPEN", "prevented,WON"})
    void a_dispute_is_seen_as_far_as_it_is(String status, DisputeStatus disputeStatus) {
        var session = paySession(newPayment());
        var dispute = fake.dispute(session, 114_818);
        assertThat(disputeOf(session).status()).isEqualTo(DisputeStatus.OPEN);

        fake.close(dispute, status);

        assertThat(disputeOf(session)).isEqualTo(new Dispute(dispute, PRICE, disputeStatus));
    }

    @Test
    void an_inquiry_of_the_bank_moves_no_money() {
        var session = paySession(newPayment());
        fake.inquire(session, 114_818);

        assertThat(pollReports(session)).singleElement().isInstanceOf(PaymentReceived.class);
    }

    @Test
    void more_refunds_than_a_page_holds_are_all_seen() {
        var session = paySession(newPayment());
        for (int i = 0; i < 105; i++) {
            fake.refund(session, 1);
        }

        assertThat(pollReports(session)).hasSize(106).doesNotHaveDuplicates();
    }

    private Dispute disputeOf(String session) {
        return pollReports(session).stream()
                .filter(DisputeUpdated.class::isInstance)
                .map(report -> ((DisputeUpdated) report).dispute())
                .findFirst()
                .orElseThrow();
    }

    private FakeStripeRequest last() {
        return fake.requests().getLast();
    }

    private static String decoded(String body) {
        return URLDecoder.decode(body, StandardCharsets.UTF_8);
    }
}
