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
    private final Duration pause;
    private final BooleanSupplier round;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /** A round returns whether there is more to do at once. */
    BackgroundLoop(String name, BooleanSupplier round) {
        this(name, PAUSE, round);
    }

    BackgroundLoop(String name, Duration pause, BooleanSupplier round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.thread = Thread.ofVirtual().name("makegood-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Begins no other round. */
    void stop() {
        stopping.countDown();
    }

    /** Lets the round that runs come to its end, and begins no other; waits for that. */
    void stop(Duration timeout) throws InterruptedException {
        stop();
        var unused = thread.join(timeout);
    }

    private void run() {
        var next = Duration.ZERO;
        while (!isStoppedWithin(next)) {
            next = runRound();
        }
    }

    private Duration runRound() {
        try {
            return round.getAsBoolean() ? Duration.ZERO : pause;
        } catch (RuntimeException e) {
            LOG.atError()
                    .setMessage("A round of the background work failed; it is tried again")
                    .addKeyValue("loop", name)
                    .setCause(e)
                    .log();
            return PAUSE_AFTER_ERROR;
        }
    }

    private boolean isStoppedWithin(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
