package dev.makegood.persistence.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How much longer to wait for another process. */
final class Patience {

    private static final Duration A_BIT = Duration.ofMillis(50);

    private final long end;

    private Patience(long end) {
        this.end = end;
    }

    static Patience of(Duration longest) {
        return new Patience(System.nanoTime() + longest.toNanos());
    }

    /** False when there is none left. */
    boolean waitABit() {
        LockSupport.parkNanos(A_BIT.toNanos());
        return System.nanoTime() < end;
    }
}
