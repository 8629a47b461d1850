package dev.makegood.cli.reconcile;

import dev.makegood.cli.terminal.CliEnvironment.OutputTarget;
import dev.makegood.cli.terminal.ProgressBar;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Runs the same work for many items, some at a time, with a progress bar. */
record ParallelRunner(int parallelism, OutputTarget target) {

    /** Returns the results in the order of the items. */
    <T, R> List<R> runEach(List<T> items, Function<T, R> work) {
        var progressBar = new ProgressBar(target, items.size());
        var permits = new Semaphore(parallelism);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = items.stream().map(item -> threads.submit(() -> {
                permits.acquire();
                try {
                    return work.apply(item);
                } finally {
                    permits.release();
                    progressBar.step();
                }
            })).toList();
            var results = futures.stream().map(ParallelRunner::await).toList();
            progressBar.finish();
            return results;
        }
    }

    private static <T> T await(Future<T> future) {
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
