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
public final class ConcurrentCalls {

    private static final long TIMEOUT_SECONDS = 60;

    private ConcurrentCalls() {}

    /** Calls all of them at once, and answers what each answered. */
    public static <R> List<R> run(int threads, IntFunction<R> part) {
        var gate = new CyclicBarrier(threads);
        var parts = new ArrayList<Callable<R>>();
        for (int i = 0; i < threads; i++) {
            int who = i;
            parts.add(() -> {
                var unused = gate.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                return part.apply(who);
            });
        }
        return runAll(parts);
    }

    /** Calls each with its own, all at once, and answers what each answered. */
    public static <R> List<R> run(List<Callable<R>> parts) {
        return run(parts.size(), who -> call(parts.get(who)));
    }

    private static <R> R call(Callable<R> part) {
        try {
            return part.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <R> List<R> runAll(List<Callable<R>> parts) {
        try (var threads = Executors.newFixedThreadPool(parts.size())) {
            var answers = new ArrayList<R>();
            for (var running : threads.invokeAll(parts)) {
                answers.add(running.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
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
