package dev.makegood.cli;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Something that is done once: in the usual way, or when the process is told to end by Ctrl-C or SIGTERM.
 *
 * <p>A process that ends waits for it, but not for ever.
 */
final class AtTheEnd implements AutoCloseable {

    private final Runnable what;
    private final Duration bound;
    private final Thread hook = new Thread(this::withinBound, "makegood-end");
    private final ReentrantLock lock = new ReentrantLock();
    private boolean done;

    private AtTheEnd(Duration bound, Runnable what) {
        this.bound = bound;
        this.what = what;
    }

    /** Promises it; from now on it happens even if the process is told to end. */
    static AtTheEnd of(Duration bound, Runnable what) {
        var end = new AtTheEnd(bound, what);
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    /** Does it now, or waits for whoever does it. */
    @Override
    public void close() {
        once();
        try {
            var unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already, which the hook is for
        }
    }

    private void once() {
        lock.lock();
        try {
            if (!done) {
                done = true;
                what.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private void withinBound() {
        var worker = Thread.ofPlatform().daemon().name("makegood-stop").start(this::once);
        try {
            if (!worker.join(bound)) {
                System.err.println("makegood: not everything ended within " + bound.toSeconds()
                        + " s; what is left goes on at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
