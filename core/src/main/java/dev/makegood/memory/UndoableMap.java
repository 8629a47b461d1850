package dev.makegood.memory;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sorted map whose changes can be undone. */
final class UndoableMap<K extends Comparable<? super K>, V> {

    private final UndoLog undoLog;
    private final TreeMap<K, V> entries = new TreeMap<>();

    UndoableMap(UndoLog undoLog) {
        this.undoLog = undoLog;
    }

    /** Takes what is there away if there is nothing to put. */
    void replace(K key, @Nullable V value) {
        if (value == null) {
            remove(key);
        } else {
            put(key, value);
        }
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    void put(K key, V value) {
        V before = entries.put(key, value);
        undoLog.record(() -> restore(key, before));
    }

    void remove(K key) {
        V before = entries.remove(key);
        undoLog.record(() -> restore(key, before));
    }

    Collection<V> values() {
        return entries.values();
    }

    /** What comes after a key, in order. */
    Collection<V> valuesAfter(K key) {
        return entries.tailMap(key, false).values();
    }

    Collection<V> valuesDescending() {
        return entries.descendingMap().values();
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            entries.remove(key);
        } else {
            entries.put(key, before);
        }
    }
}
