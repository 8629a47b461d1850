package dev.makegood.memory;

import dev.makegood.store.StorageProbe;
import java.time.Instant;
import java.time.InstantSource;

/** Memory has its process's time, and can always be written. */
record MemoryProbe(InMemoryStore store, InstantSource clock) implements StorageProbe {

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void checkWritable() {
        var unused = store.withLock(() -> store);
    }
}
