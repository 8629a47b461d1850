package dev.makegood.cli.command;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A resource that is closed once: in the usual way, or when Ctrl-C or SIGTERM ends the process, even while
 * it starts.
 *
 * <p>The end of the process waits for the close, up to the timeout.
 */
public final class ShutdownGuard<T> implements AutoCloseable {

    private final Duration timeout;
    private final Consumer<T> closer;
    private final Thread hook = new Thread(this::closeWithinTimeout, "makegood-end");
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable T resource;

    private ShutdownGuard(Duration timeout, Consumer<T> closer) {
        this.timeout = timeout;
        this.closer = closer;
    }

    /** Starts the resource, and closes it at the end in any case. */
    public static <T> ShutdownGuard<T> start(
            Duration timeout, Supplier<T> starter, Consumer<T> closer) {
        var guard = new ShutdownGuard<T>(timeout, closer);
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard.startResource(starter);
    }

    private ShutdownGuard<T> startResource(Supplier<T> starter) {
        lock.lock();
        try {
            resource = starter.get();
            return this;
        } finally {
            lock.unlock();
            if (resource == null) {
                removeHook();
            }
        }
    }

    /** What was started; throws if the process began to end meanwhile. */
    public T resource() {
        lock.lock();
        try {
            if (resource == null) {
                throw new IllegalStateException("the process is ending");
            }
            return resource;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closeOnce();
        removeHook();
    }

    private void closeOnce() {
        lock.lock();
        try {
            if (resource != null) {
                closer.accept(resource);
                resource = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void removeHook() {
        try {
            var unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already, which the hook is for
        }
    }

    private void closeWithinTimeout() {
        var worker = Thread.ofPlatform().daemon().name("makegood-stop").start(this::closeOnce);
        try {
            if (!worker.join(timeout)) {
                System.err.println("makegood: not everything ended within " + timeout.toSeconds()
                        + " s; what is left continues at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
