package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.Purpose;
import dev.makegood.stripe.fake.StripeFault;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent to Stripe to open a checkout. */
class StripeGatewayTest extends StripeFixture {

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
}
