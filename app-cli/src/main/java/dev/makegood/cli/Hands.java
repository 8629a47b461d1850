package dev.makegood.cli;

import dev.makegood.cli.Surroundings.Screen;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same to many things, some of them at a time, with a bar for who looks. */
record Hands(int atOnce, Screen screen) {

    private static final int MOST = 64;

    static Hands of(int atOnce, Screen screen) {
        return new Hands(Math.clamp(atOnce, 1, MOST), screen);
    }

    /** Answers what came of each, in their order. */
    <T, R> List<R> each(List<T> all, Function<T, R> work) {
        var progress = new Progress(screen, all.size());
        var hands = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = all.stream().map(one -> threads.submit(() -> {
                hands.acquire();
                try {
                    return work.apply(one);
                } finally {
                    hands.release();
                    progress.step();
                }
            })).toList();
            var done = working.stream().map(Later::get).toList();
            progress.end();
            return done;
        }
    }
}
