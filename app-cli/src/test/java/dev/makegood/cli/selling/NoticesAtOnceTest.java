package dev.makegood.cli.selling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.PaymentId;
import dev.makegood.stripe.fake.Signer;
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

/** The same notice many times, and our own look, at the same moment: one effect. */
class NoticesAtOnceTest {

    private static final Market MARKET = new Market();
    private static final int TIMES = 10;

    @AfterAll
    static void stop() {
        assertThat(MARKET.violations()).isEmpty();
        MARKET.close();
    }

    @RepeatedTest(20)
    void ten_equal_notices_of_stripe_and_a_look_pay_once() throws Exception {
        var payment = MARKET.asked("stripe");
        long before = MARKET.available();
        MARKET.stripe.pay(MARKET.stripe.sessions().getLast().path("id").stringValue());
        var notice = MARKET.stripe.last("checkout.session.completed");
        var header = Signer.header(notice.body(), Instant.now().getEpochSecond(),
                List.of(Market.SECRET));

        assertThat(atOnce(payment, () -> MARKET.notice("stripe", notice.bytes(),
                Map.of("Stripe-Signature", header)))).containsOnly(200);

        assertThat(MARKET.available()).isEqualTo(before + 100);
    }

    @RepeatedTest(20)
    void ten_equal_notices_of_yookassa_and_a_look_pay_once() throws Exception {
        var payment = MARKET.asked("yookassa");
        long before = MARKET.available();
        MARKET.yooKassa.pay(MARKET.yooKassa.payments().getLast().path("id").stringValue());
        var letter = MARKET.yooKassa.post().letters().getLast();

        assertThat(atOnce(payment, () -> MARKET.notice("yookassa",
                letter.body().getBytes(StandardCharsets.UTF_8),
                Map.of("X-Forwarded-For", Market.THEIRS)))).containsOnly(200);

        assertThat(MARKET.available()).isEqualTo(before + 100);
    }

    private static List<Integer> atOnce(String payment, Callable<Integer> notice)
            throws Exception {
        Callable<Integer> look = () -> MARKET.server.house()
                .makegood()
                .payments()
                .sync(new PaymentId(UUID.fromString(payment)))
                .isPresent() ? 200 : 404;
        var all = new ArrayList<>(Collections.nCopies(TIMES, notice));
        all.add(look);
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
