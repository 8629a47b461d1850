package dev.makegood.persistence;

import dev.makegood.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lets only a few units wait for the locks of their customers with a connection in hand. The others try again now
 * and then, without one: so that however many customers somebody keeps locked, connections are left for the rest.
 *
 * @param places how many may wait in the database, where the lock is given to whoever came first
 * @param waitMax after which a unit is refused
 */
record LockWaits(Semaphore places, Duration waitMax) {

    private static final Duration WAIT_MAX = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final int DOUBLINGS_MAX = 6;

    static LockWaits atMost(int places) {
        return new LockWaits(new Semaphore(places), WAIT_MAX);
    }

    /**
     * Runs a unit as soon as it has its customer's lock.
     *
     * @throws StoreUnavailableException if another transaction keeps it for too long
     */
    <R> R run(Function<LockMode, R> unit) {
        long startNanos = System.nanoTime();
        for (int attempts = 1;; attempts++) {
            try {
                return runOnce(attempts, unit);
            } catch (CustomerLocked e) {
                if (System.nanoTime() - startNanos > waitMax.toNanos()) {
                    throw e.refusal();
                }
            }
        }
    }

    private <R> R runOnce(int attempts, Function<LockMode, R> unit) {
        if (attempts == 1 || !takesPlaceWithin(pauseNanosBefore(attempts))) {
            return unit.apply(LockMode.NO_WAIT);
        }
        try {
            return unit.apply(LockMode.WAIT);
        } finally {
            places.release();
        }
    }

    private boolean takesPlaceWithin(long nanos) {
        try {
            return places.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting for a customer", e);
        }
    }

    private static long pauseNanosBefore(int attempts) {
        long nanosMax = FIRST_PAUSE_NANOS << Math.min(attempts, DOUBLINGS_MAX);
        return nanosMax / 2 + ThreadLocalRandom.current().nextLong(nanosMax / 2);
    }
}
