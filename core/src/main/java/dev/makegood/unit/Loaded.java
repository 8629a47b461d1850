package dev.makegood.unit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a storage has found so far of what it was asked for, by the keys it was asked by. */
public final class Loaded {

    private final Map<Key<?>, Object> found = new HashMap<>();

    public <V> void add(Key<V> key, V value) {
        found.put(key, value);
    }

    @SuppressWarnings("unchecked") // Only add puts something there.
    <V> Optional<V> find(Key<V> key) {
        return Optional.ofNullable((V) found.get(key));
    }
}
