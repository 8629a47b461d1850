package dev.makegood.cli.reconcile;

import dev.makegood.cli.terminal.CliEnvironment.OutputTarget;
import dev.makegood.cli.terminal.ProgressBar;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Runs the same work for many items, some at a time, with a progress bar. */
record ParallelRunner(int parallelism, OutputTarget target) {

    private static final int PARALLELISM_MAX = 64;

    static ParallelRunner of(int parallelism, OutputTarget target) {
        return new ParallelRunner(Math.clamp(parallelism, 1, PARALLELISM_MAX), target);
    }

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
            var results = futures.stream().map(Futures::await).toList();
            progressBar.finish();
            return results;
        }
    }
}
