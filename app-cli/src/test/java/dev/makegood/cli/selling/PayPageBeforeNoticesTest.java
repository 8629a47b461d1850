package dev.makegood.cli.selling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The page of a generation says what Stripe says, though no notice arrives. */
class PayPageBeforeNoticesTest {

    private static final SellingServer SELLING = new SellingServer();

    @AfterAll
    static void stop() {
        SELLING.close();
    }

    private static String lastSession() {
        return SELLING.stripe.sessions().getLast().path("id").stringValue();
    }

    @Test
    void what_nobody_has_paid_can_be_paid() {
        var generation = SELLING.orderGeneration("unpaid.example.com");

        assertThat(SELLING.payPage(generation)).contains("Waiting for your payment", ">Pay 10");
    }

    @Test
    void what_is_paid_later_by_bank_is_not_asked_for_again() {
        var generation = SELLING.orderGeneration("bank.example.com");
        SELLING.stripe.submit(lastSession());

        assertThat(SELLING.payPage(generation)).contains("<h1>Your bank is working on it</h1>")
                .doesNotContain(">Pay 10");
    }

    @Test
    void what_a_card_has_paid_is_in_the_queue() {
        var generation = SELLING.orderGeneration("card.example.com");
        SELLING.stripe.pay(lastSession());

        assertThat(SELLING.payPage(generation)).contains("<h1>In the queue</h1>")
                .doesNotContain(">Pay 10");
        assertThat(SELLING.violations()).isEmpty();
    }
}
