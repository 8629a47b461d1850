package dev.makegood.persistence;

import dev.makegood.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Runs a unit again when the database asks for it: a few times, after growing pauses of random length.
 *
 * @param elapsedMax after which it is not run again, however few attempts there were
 * @param random spreads the pauses, so that units that collided do not collide again
 */
record RetryPolicy(int attemptsMax, Duration elapsedMax, RandomGenerator random) {

    private static final long FIRST_BACKOFF_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int DOUBLINGS_MAX = 7;

    /** The same, but nothing is run again. */
    RetryPolicy once() {
        return new RetryPolicy(1, elapsedMax, random);
    }

    <R> R run(Supplier<R> unit) {
        long startNanos = System.nanoTime();
        for (int attempts = 1;; attempts++) {
            try {
                return unit.get();
            } catch (RuntimeException failure) {
                if (attempts >= attemptsMax || isTimeUp(startNanos) || !isRetryable(failure)) {
                    throw DatabaseErrors.translate(failure);
                }
                backOffAfter(attempts);
            }
        }
    }

    private boolean isTimeUp(long startNanos) {
        return System.nanoTime() - startNanos > elapsedMax.toNanos();
    }

    /** The pool has already waited for a connection. */
    private static boolean isRetryable(RuntimeException failure) {
        return !(failure instanceof StoreUnavailableException)
                && DatabaseErrors.isRetryable(failure);
    }

    private void backOffAfter(int attempts) {
        long nanosMax = FIRST_BACKOFF_NANOS << Math.min(attempts, DOUBLINGS_MAX);
        LockSupport.parkNanos(nanosMax / 2 + random.nextLong(nanosMax / 2));
    }
}
