package dev.makegood.pipelines;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Does what is due by a clock that somebody else moves; between two ticks nothing happens. */
public final class Worker {

    private record Step(Instant due, long number, Runnable what) {}

    private final InstantSource clock;
    private final Queue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::due).thenComparingLong(Step::number));
    private long numbers;

    public Worker(InstantSource clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public synchronized void at(Instant due, Runnable what) {
        steps.add(new Step(due, numbers++, what));
    }

    /** Plays every step that is due, the oldest first. */
    public void tick() {
        for (var step = due(); step.isPresent(); step = due()) {
            step.get().what().run();
        }
    }

    /** Ticks on its own from now on, for a demo where time is real. */
    public AutoCloseable tickEvery(Duration pause) {
        var ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("fake-worker").daemon().factory());
        var pauseMs = pause.toMillis();
        var unused = ticker.scheduleWithFixedDelay(this::tick, 0, pauseMs, TimeUnit.MILLISECONDS);
        return ticker::shutdownNow;
    }

    private synchronized Optional<Step> due() {
        var first = steps.peek();
        return first == null || first.due().isAfter(now())
                ? Optional.empty()
                : Optional.of(steps.remove());
    }
}
