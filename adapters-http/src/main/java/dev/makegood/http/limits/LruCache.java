package dev.makegood.http.limits;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the entries used last, up to a maximum: callers without a key can fill it, so it must not grow. */
public final class LruCache<K, V> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, V> entries;

    public LruCache(int entriesMax) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > entriesMax;
            }
        };
    }

    public @Nullable V get(K key) {
        return locked(() -> entries.get(key));
    }

    public void put(K key, V value) {
        var unused = locked(() -> entries.put(key, value));
    }

    public void remove(K key) {
        var unused = locked(() -> entries.remove(key));
    }

    V getOrCreate(K key, Supplier<V> create) {
        lock.lock();
        try {
            return entries.computeIfAbsent(key, k -> create.get());
        } finally {
            lock.unlock();
        }
    }

    private @Nullable V locked(Supplier<@Nullable V> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
