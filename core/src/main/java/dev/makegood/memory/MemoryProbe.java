package dev.makegood.memory;

import dev.makegood.store.StorageProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Memory has its process's time, can always be written, and nothing waits for it for long. */
record MemoryProbe(InMemoryStore store, InstantSource clock) implements StorageProbe {

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void checkWritable() {
        var unused = store.withLock(() -> store);
    }

    @Override
    public Duration expectedUnitWait() {
        return Duration.ZERO;
    }

    @Override
    public Duration expectedReadWait() {
        return Duration.ZERO;
    }
}
