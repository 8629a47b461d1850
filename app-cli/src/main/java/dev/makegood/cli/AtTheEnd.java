package dev.makegood.cli;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that was started and is closed once: in the usual way, or when the process is told to end by Ctrl-C or
 * SIGTERM, even if that comes while it starts.
 *
 * <p>A process that ends waits for it, but not for ever.
 */
final class AtTheEnd<T> implements AutoCloseable {

    private final Duration bound;
    private final Consumer<T> close;
    private final Thread hook = new Thread(this::withinBound, "makegood-end");
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable T open;

    private AtTheEnd(Duration bound, Consumer<T> close) {
        this.bound = bound;
        this.close = close;
    }

    /** Starts it, and promises to close it. */
    static <T> AtTheEnd<T> of(Duration bound, Supplier<T> start, Consumer<T> close) {
        var end = new AtTheEnd<T>(bound, close);
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end.started(start);
    }

    private AtTheEnd<T> started(Supplier<T> start) {
        lock.lock();
        try {
            open = start.get();
            return this;
        } finally {
            lock.unlock();
            if (open == null) {
                forgetHook();
            }
        }
    }

    /** What was started; throws if the process was told to end meanwhile. */
    T it() {
        lock.lock();
        try {
            if (open == null) {
                throw new IllegalStateException("told to end");
            }
            return open;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        once();
        forgetHook();
    }

    private void once() {
        lock.lock();
        try {
            if (open != null) {
                close.accept(open);
                open = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void forgetHook() {
        try {
            var unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already, which the hook is for
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
