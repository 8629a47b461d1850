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

/** Does what is due by a clock that the test moves; between two ticks nothing happens. */
public final class FakeScheduler {

    private record ScheduledStep(Instant due, long number, Runnable action) {}

    private final InstantSource clock;
    private final Queue<ScheduledStep> steps =
            new PriorityQueue<>(Comparator.comparing(ScheduledStep::due)
                    .thenComparingLong(ScheduledStep::number));
    private long numbers;

    public FakeScheduler(InstantSource clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public synchronized void schedule(Instant due, Runnable action) {
        steps.add(new ScheduledStep(due, numbers++, action));
    }

    /** Plays every step that is due, the oldest first. */
    public void tick() {
        for (var step = takeDue(); step.isPresent(); step = takeDue()) {
            step.get().action().run();
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

    private synchronized Optional<ScheduledStep> takeDue() {
        var first = steps.peek();
        return first == null || first.due().isAfter(now())
                ? Optional.empty()
                : Optional.of(steps.remove());
    }
}
