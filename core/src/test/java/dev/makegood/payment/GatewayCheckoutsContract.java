package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentAuthorised;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.PaymentSubmitted;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.Polled;
import dev.makegood.payment.PaymentGateway.Unknown;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link PaymentGateway} must do until a payment is paid. */
abstract class GatewayCheckoutsContract extends GatewayOnBothSides {

    @Test
    void a_payment_gets_a_link_where_it_is_not_paid_yet() {
        var checkout = opened(newDetails());

        assertThat(checkout.link()).startsWith("http");
        assertThat(checkout.ref().gateway()).isEqualTo(gateway().name());
        assertThat(seen(checkout.ref())).singleElement().isInstanceOf(NotPaidYet.class);
    }

    @Test
    void what_the_bank_is_working_on_is_submitted_where_the_gateway_can_tell() {
        var checkout = opened(newDetails());

        boolean isTold = submit(checkout.ref());

        assertThat(seen(checkout.ref())).singleElement()
                .isInstanceOf(isTold ? PaymentSubmitted.class : NotPaidYet.class);
    }

    @Test
    void a_payment_opened_again_is_the_same_checkout() {
        var details = newDetails();

        var first = opened(details);
        pass(Duration.ofMinutes(10));

        assertThat(opened(details).ref()).isEqualTo(first.ref());
        assertThat(checkoutsMade()).isEqualTo(1);
    }

    @Test
    void two_equal_payments_are_two_checkouts() {
        assertThat(opened(newDetails()).ref()).isNotEqualTo(opened(newDetails()).ref());
    }

    @Test
    void a_checkout_whose_answer_was_lost_is_found_and_never_made_twice() {
        var details = newDetails();
        for (int i = 0; i < 3; i++) {
            loseTheNextAnswer();
            assertThat(gateway().open(details)).isInstanceOf(Unknown.class);
            pass(Duration.ofMinutes(1));
        }

        assertThat(gateway().open(details)).isInstanceOf(Opened.class);
        assertThat(checkoutsMade()).isEqualTo(1);
    }

    @Test
    void a_checkout_is_opened_again_after_their_side_broke() {
        var details = newDetails();
        breakAtTheNextCall();

        assertThat(gateway().open(details)).isInstanceOf(Unknown.class);
        assertThat(gateway().open(details)).isInstanceOf(Opened.class);
        assertThat(checkoutsMade()).isEqualTo(1);
    }

    @Test
    void a_refused_payment_makes_no_checkout() {
        refuseTheNextRequest();

        assertThat(gateway().open(newDetails())).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.why()).isNotBlank());
        assertThat(checkoutsMade()).isZero();
    }

    @Test
    void what_was_paid_is_reported_by_every_poll() {
        var details = newDetails();
        var checkout = opened(details);

        pay(checkout.ref());

        assertThat(received(checkout).paid().amount()).isEqualTo(details.amount());
        assertThat(received(checkout).paid().method()).isNotBlank();
        assertThat(received(checkout).at()).isBeforeOrEqualTo(now());
        assertThat(received(checkout).paid()).isEqualTo(received(checkout).paid());
    }

    @Test
    void money_that_was_paid_is_seen_under_its_own_name_too() {
        var paid = paid(newDetails());

        assertThat(seen(paid.ref())).contains(new PaymentReceived(paid));
    }

    @Test
    void a_means_of_payment_that_was_refused_is_seen_with_its_reason() {
        var checkout = opened(newDetails());

        refuse(checkout.ref());

        assertThat(seen(checkout.ref())).singleElement()
                .isInstanceOfSatisfying(GatewayReport.PaymentDeclined.class,
                        paymentDeclined -> assertThat(paymentDeclined.why()).isNotBlank());
    }

    @Test
    void an_unpaid_checkout_expires() {
        var checkout = opened(newDetails());

        abandon(checkout.ref());

        assertThat(seen(checkout.ref())).singleElement().isInstanceOf(PaymentCancelled.class);
    }

    @Test
    void a_checkout_is_closed_or_seen_as_it_is() {
        var checkout = opened(newDetails());

        var poll = gateway().expire(checkout.ref());

        assertThat(poll).isInstanceOf(Polled.class);
        assertThat(seen(checkout.ref())).singleElement()
                .isInstanceOfAny(PaymentCancelled.class, NotPaidYet.class);
    }

    @Test
    void what_was_paid_cannot_be_closed_any_more() {
        var paid = paid(newDetails());

        assertThat(((Polled) gateway().expire(paid.ref())).reports())
                .contains(new PaymentReceived(paid));
    }

    @Test
    void capturing_what_was_paid_changes_nothing() {
        var details = newDetails();
        var paid = paid(details);

        assertThat(((Polled) gateway().capture(paid.ref(), details)).reports())
                .contains(new PaymentReceived(paid))
                .noneMatch(PaymentAuthorised.class::isInstance);
    }

    @Test
    void a_poll_whose_answer_was_lost_is_not_an_end() {
        var checkout = opened(newDetails());
        loseTheNextAnswer();

        if (gateway().poll(checkout.ref()) instanceof Polled again) {
            assertThat(again.reports()).singleElement().isInstanceOf(NotPaidYet.class);
        }
    }
}
