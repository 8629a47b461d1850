package dev.makegood.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a round on a thread of its own: at once while there is more to do, else after a pause. */
final class BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(2);

    private final String name;
    private final BooleanSupplier round;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /** A round returns whether there is more to do at once. */
    BackgroundLoop(String name, BooleanSupplier round) {
        this.name = name;
        this.round = round;
        this.thread = Thread.ofVirtual().name("makegood-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Lets the round that runs come to its end, and begins no other; waits for that. */
    void stop(Duration timeout) throws InterruptedException {
        stopping.countDown();
        var unused = thread.join(timeout);
    }

    private void run() {
        var pause = Duration.ZERO;
        while (!isStoppedWithin(pause)) {
            pause = runRound();
        }
    }

    private Duration runRound() {
        try {
            return round.getAsBoolean() ? Duration.ZERO : PAUSE;
        } catch (RuntimeException e) {
            LOG.atError()
                    .setMessage("A round of the background work failed; it is tried again")
                    .addKeyValue("loop", name)
                    .setCause(e)
                    .log();
            return PAUSE_AFTER_ERROR;
        }
    }

    private boolean isStoppedWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
