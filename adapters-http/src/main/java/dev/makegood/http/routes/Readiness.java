package dev.makegood.http.routes;

import dev.makegood.store.StorageProbe;
import dev.makegood.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether the storage can be written: tried once a second at most while it can, and by one at a time, however many
 * ask. Who asks waits a short time only; a storage that has not answered by then is not ready.
 */
final class Readiness {

    private static final Duration READY_FOR = Duration.ofSeconds(1);
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final StorageProbe probe;
    private final InstantSource clock;
    private CompletableFuture<Instant> readyUntil = CompletableFuture.completedFuture(Instant.MIN);

    Readiness(StorageProbe probe, InstantSource clock) {
        this.probe = probe;
        this.clock = clock;
    }

    /** Throws if it is not ready. */
    void check() {
        try {
            var unused = current().get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StoreUnavailableException("the database has not answered for "
                    + WAIT_MAX.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting for the database", e);
        } catch (ExecutionException e) {
            throw new StoreUnavailableException("the database cannot be written", e);
        }
    }

    private synchronized CompletableFuture<Instant> current() {
        if (readyUntil.isDone() && !isStillReady()) {
            var next = new CompletableFuture<Instant>();
            readyUntil = next;
            Thread.ofVirtual().name("makegood-readiness").start(() -> tryWriting(next));
        }
        return readyUntil;
    }

    private boolean isStillReady() {
        return !readyUntil.isCompletedExceptionally()
                && clock.instant().isBefore(readyUntil.join());
    }

    private void tryWriting(CompletableFuture<Instant> outcome) {
        try {
            probe.checkWritable();
            outcome.complete(clock.instant().plus(READY_FOR));
        } catch (RuntimeException e) {
            outcome.completeExceptionally(e);
        }
    }
}
