package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** References of a gateway that lead to two of our payments. */
class ConfusedCheckoutsTest extends PaymentsTestBase {

    @Test
    void a_checkout_that_the_gateway_gave_to_another_payment_is_not_opened_and_names_both() {
        var first = openPayment(STARTER);
        var details = newDetails(STARTER);
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
        var first = openPayment(STARTER);
        var details = newDetails(STARTER);
        gateway.opensWith(details.id(), first.checkout());
        gateway.losesAnswers(true);
        assertThat(makegood.payments().create(details)).isInstanceOf(Payment.Billed.class);
        gateway.losesAnswers(false);
        gateway.expires(first.checkout().ref());

        passAndRun(Duration.ofMinutes(5));

        assertThat(makegood.payments().find(details.id())).get()
                .isInstanceOf(Payment.Failed.class);
        assertThat(tasksEver()).isEmpty();
    }

    @Test
    void a_notice_that_names_two_payments_changes_neither_and_names_both() {
        var first = openPayment(STARTER);
        var second = openPayment(STARTER);
        var paid = gateway.pays(first.checkout().ref(), PRICE);

        notice("evt_1", List.of(first.checkout().ref(), second.checkout().ref()), paid);

        assertThat(makegood.payments().find(first.id())).contains(first);
        assertThat(quarantined()).containsEntry("payment", first.id().toString())
                .containsEntry("otherPayment", second.id().toString())
                .containsEntry("gatewayRef", second.checkout().ref().toString());
    }
}
