package dev.makegood.http.routes.generation;

import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.payment.PolledPayment.PollAnswered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the open payments that customers look at: each once a second at most, few at once, and by one at a time. Who
 * starts a poll waits for it a short time; everybody else, and who waited in vain, has what was said before.
 */
final class CheckoutPolling {

    static final int POLLS_MAX = 4;
    static final Duration WAIT_MAX = Duration.ofMillis(1_500);

    private static final Logger LOG = LoggerFactory.getLogger(CheckoutPolling.class);
    private static final Duration REPEAT_AFTER = Duration.ofSeconds(1);
    private static final int REMEMBERED_MAX = 1_000;

    private final Payments payments;
    private final InstantSource clock;
    private final Duration waitMax;
    private final Semaphore permits = new Semaphore(POLLS_MAX);
    private final Map<PaymentId, Poll> polls = new LinkedHashMap<>();

    CheckoutPolling(Payments payments, InstantSource clock, Duration waitMax) {
        this.payments = payments;
        this.clock = clock;
        this.waitMax = waitMax;
    }

    /** Whether the customer has done his part at the gateway; all else that it says is stored. */
    boolean isSubmitted(PaymentId payment) {
        return startIfDue(payment).map(poll -> poll.await(waitMax))
                .orElseGet(() -> lastKnown(payment));
    }

    private synchronized Optional<Poll> startIfDue(PaymentId payment) {
        if (!isDue(polls.get(payment)) || !permits.tryAcquire()) {
            return Optional.empty();
        }
        var poll = new Poll(clock.instant(), lastKnown(payment), new CompletableFuture<>());
        polls.remove(payment);
        polls.put(payment, poll);
        if (polls.size() > REMEMBERED_MAX) {
            polls.remove(polls.keySet().iterator().next());
        }
        Thread.ofVirtual().name("makegood-checkout-poll").start(() -> carryOut(payment, poll));
        return Optional.of(poll);
    }

    private boolean isDue(@Nullable Poll last) {
        return last == null
                || (last.answer().isDone()
                        && !clock.instant().isBefore(last.startedAt().plus(REPEAT_AFTER)));
    }

    private synchronized boolean lastKnown(PaymentId payment) {
        var last = polls.get(payment);
        return last != null && last.answer().getNow(last.before());
    }

    /** A storage that fails shows in the log, and the page shows what it could read. */
    private void carryOut(PaymentId payment, Poll poll) {
        boolean isSubmitted = poll.before();
        try {
            isSubmitted = ask(payment, poll.before());
        } catch (RuntimeException e) {
            LOG.warn("payment {} could not be polled for its page", payment, e);
        } finally {
            permits.release();
            poll.answer().complete(isSubmitted);
        }
    }

    private boolean ask(PaymentId payment, boolean before) {
        return payments.poll(payment)
                .map(polled -> polled instanceof PollAnswered answered ? answered.isSubmitted()
                        : before)
                .orElse(before);
    }

    /** One poll; until it is answered, what was said before counts. */
    private record Poll(Instant startedAt, boolean before, CompletableFuture<Boolean> answer) {

        boolean await(Duration waitMax) {
            return answer.copy()
                    .completeOnTimeout(before, waitMax.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
