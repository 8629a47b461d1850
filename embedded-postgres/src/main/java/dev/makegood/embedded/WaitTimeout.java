package dev.makegood.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How much longer to wait for another process. */
final class WaitTimeout {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final long endNanos;

    private WaitTimeout(long end) {
        this.endNanos = end;
    }

    static WaitTimeout of(Duration timeout) {
        return new WaitTimeout(System.nanoTime() + timeout.toNanos());
    }

    /** False when there is none left. */
    boolean pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
        return System.nanoTime() < endNanos;
    }
}
