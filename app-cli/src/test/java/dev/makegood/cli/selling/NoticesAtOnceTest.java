package dev.makegood.cli.selling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.PaymentId;
import dev.makegood.stripe.fake.FakeStripeSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** The same notice many times, and our own poll, at the same moment: one effect. */
class NoticesAtOnceTest {

    private static final SellingServer SELLING = new SellingServer();
    private static final int TIMES = 10;

    @AfterAll
    static void stop() {
        assertThat(SELLING.violations()).isEmpty();
        SELLING.close();
    }

    @RepeatedTest(20)
    void ten_equal_notices_of_stripe_and_a_poll_pay_once() throws Exception {
        var payment = SELLING.createPayment("stripe");
        long before = SELLING.available();
        SELLING.stripe.pay(SELLING.stripe.sessions().getLast().path("id").stringValue());
        var notice = SELLING.stripe.lastNotice("checkout.session.completed");
        var header = FakeStripeSigner.header(notice.body(), Instant.now().getEpochSecond(),
                List.of(SellingServer.SECRET));

        assertThat(atOnce(payment, () -> SELLING.deliverNotice("stripe", notice.bytes(),
                Map.of("Stripe-Signature", header)))).containsOnly(200);

        assertThat(SELLING.available()).isEqualTo(before + 100);
    }

    @RepeatedTest(20)
    void ten_equal_notices_of_yookassa_and_a_poll_pay_once() throws Exception {
        var payment = SELLING.createPayment("yookassa");
        long before = SELLING.available();
        SELLING.yooKassa.pay(SELLING.yooKassa.payments().getLast().path("id").stringValue());
        var notice = SELLING.yooKassa.webhooks().notices().getLast();

        assertThat(atOnce(payment, () -> SELLING.deliverNotice("yookassa",
                notice.body().getBytes(StandardCharsets.UTF_8),
                Map.of("X-Forwarded-For", SellingServer.YOOKASSA_ADDRESS)))).containsOnly(200);

        assertThat(SELLING.available()).isEqualTo(before + 100);
    }

    private static List<Integer> atOnce(String payment, Callable<Integer> notice)
            throws Exception {
        Callable<Integer> poll = () -> SELLING.server.installation()
                .makegood()
                .payments()
                .refresh(new PaymentId(UUID.fromString(payment)))
                .isPresent() ? 200 : 404;
        var all = new ArrayList<>(Collections.nCopies(TIMES, notice));
        all.add(poll);
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
