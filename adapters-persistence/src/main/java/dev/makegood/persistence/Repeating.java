package dev.makegood.persistence;

import dev.makegood.store.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Runs a unit again when the database asks for it: a few times, after growing pauses of random length.
 *
 * @param atMost after which it is not run again, however few times it was
 * @param chance spreads the pauses, so that those who met do not meet again
 */
record Repeating(int times, Duration atMost, RandomGenerator chance) {

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int DOUBLINGS_MAX = 7;

    <R> R run(Supplier<R> unit) {
        long begun = System.nanoTime();
        for (int tries = 1;; tries++) {
            try {
                return unit.get();
            } catch (RuntimeException trouble) {
                if (tries >= times || isOver(begun) || !mayPass(trouble)) {
                    throw Troubles.lastOf(trouble);
                }
                pauseAfter(tries);
            }
        }
    }

    private boolean isOver(long begun) {
        return System.nanoTime() - begun > atMost.toNanos();
    }

    /** Who was told that there is no connection has waited for it. */
    private static boolean mayPass(RuntimeException trouble) {
        return !(trouble instanceof StoreUnavailable) && Troubles.mayPass(trouble);
    }

    private void pauseAfter(int tries) {
        long most = FIRST_PAUSE << Math.min(tries, DOUBLINGS_MAX);
        LockSupport.parkNanos(most / 2 + chance.nextLong(most / 2));
    }
}
