package dev.makegood.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entries used last, so many and no more: what strangers can fill must not grow. */
final class Recent<K, V> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, V> entries;

    Recent(int entriesMax) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > entriesMax;
            }
        };
    }

    @Nullable
    V get(K key) {
        return locked(() -> entries.get(key));
    }

    void put(K key, V value) {
        var unused = locked(() -> entries.put(key, value));
    }

    V getOrMake(K key, Supplier<V> make) {
        lock.lock();
        try {
            return entries.computeIfAbsent(key, k -> make.get());
        } finally {
            lock.unlock();
        }
    }

    private @Nullable V locked(Supplier<@Nullable V> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }
}
