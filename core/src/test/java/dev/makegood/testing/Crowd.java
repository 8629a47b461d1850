package dev.makegood.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Several threads that begin at the same moment. */
public final class Crowd {

    private static final long PATIENCE_SECONDS = 60;

    private Crowd() {}

    /** Lets each of them do its part, all at once, and answers what each answered. */
    public static <R> List<R> of(int threads, IntFunction<R> part) {
        var gate = new CyclicBarrier(threads);
        var parts = new ArrayList<Callable<R>>();
        for (int i = 0; i < threads; i++) {
            int who = i;
            parts.add(() -> {
                var unused = gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return part.apply(who);
            });
        }
        return together(parts);
    }

    /** Lets each do its own, all at once, and answers what each answered. */
    public static <R> List<R> of(List<Callable<R>> parts) {
        return of(parts.size(), who -> called(parts.get(who)));
    }

    private static <R> R called(Callable<R> part) {
        try {
            return part.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <R> List<R> together(List<Callable<R>> parts) {
        try (var threads = Executors.newFixedThreadPool(parts.size())) {
            var answers = new ArrayList<R>();
            for (var running : threads.invokeAll(parts)) {
                answers.add(running.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("one of the crowd failed", e);
        }
    }
}
