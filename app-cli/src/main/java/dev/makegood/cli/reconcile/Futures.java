package dev.makegood.cli.reconcile;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for the result of another thread. */
final class Futures {

    private Futures() {}

    static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a parallel call failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the process is ending", e);
        }
    }
}
