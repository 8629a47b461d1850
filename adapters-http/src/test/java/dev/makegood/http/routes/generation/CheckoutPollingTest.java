package dev.makegood.http.routes.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.http.SampleRequests;
import dev.makegood.http.TestServer;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages poll gateways seldom, few at once, and wait for none that hangs. */
class CheckoutPollingTest {

    private final TestServer testServer = new TestServer();
    private final CountDownLatch answers = new CountDownLatch(1);

    @AfterEach
    void stop() {
        answers.countDown();
        testServer.close();
    }

    private CheckoutPolling polling(Duration waitMax) {
        return new CheckoutPolling(testServer.makegood.payments(), testServer.clock::get, waitMax);
    }

    private PaymentId submittedPayment() {
        var id = SampleRequests.newPayment(testServer);
        testServer.gateway.submits(new GatewayRef("fake", "cs_" + id));
        return new PaymentId(UUID.fromString(id));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_gateway_that_hangs_is_waited_for_by_few_and_not_long() {
        var polling = polling(Duration.ofMillis(10));
        var begun = new CountDownLatch(CheckoutPolling.POLLS_MAX);
        testServer.gateway.beforePolls(() -> {
            begun.countDown();
            await(answers);
        });

        for (int i = 0; i < CheckoutPolling.POLLS_MAX + 2; i++) {
            var payment = submittedPayment();
            assertThat(polling.isSubmitted(payment)).as("not known yet").isFalse();
            testServer.advance(Duration.ofSeconds(9));
            assertThat(polling.isSubmitted(payment)).as("nor is it asked again").isFalse();
        }

        await(begun);
        assertThat(testServer.gateway.polls()).isEqualTo(CheckoutPolling.POLLS_MAX);
    }

    @Test
    void a_poll_that_ended_leaves_room_for_the_next() {
        var polling = polling(Duration.ofMinutes(1));

        for (int i = 0; i < 3 * CheckoutPolling.POLLS_MAX; i++) {
            assertThat(polling.isSubmitted(submittedPayment())).isTrue();
        }
    }

    @Test
    void what_was_said_counts_while_the_gateway_hangs() {
        var polling = polling(Duration.ofMinutes(1));
        var payment = submittedPayment();
        assertThat(polling.isSubmitted(payment)).isTrue();
        testServer.advance(Duration.ofSeconds(1));
        testServer.gateway.losesAnswers(true);

        assertThat(polling.isSubmitted(payment)).isTrue();
        assertThat(testServer.gateway.polls()).isEqualTo(2);
    }

    @Test
    void a_storage_that_fails_leaves_what_was_said() {
        var polling = polling(Duration.ofMinutes(1));
        var payment = submittedPayment();
        testServer.gateway.beforePolls(() -> {
            throw new IllegalStateException("the storage failed, for a test");
        });

        assertThat(polling.isSubmitted(payment)).isFalse();
    }
}
