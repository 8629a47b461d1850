package dev.makegood.memory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Things by their keys, in the order of the keys; every change can be taken back. */
final class Drawer<K extends Comparable<? super K>, V> {

    private final Journal journal;
    private final TreeMap<K, V> things = new TreeMap<>();

    Drawer(Journal journal) {
        this.journal = journal;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(things.get(key));
    }

    void put(K key, V value) {
        V before = things.put(key, value);
        journal.changed(() -> restore(key, before));
    }

    void remove(K key) {
        V before = things.remove(key);
        journal.changed(() -> restore(key, before));
    }

    void removeIf(Predicate<V> unwanted) {
        things.entrySet()
                .stream()
                .filter(entry -> unwanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::remove);
    }

    Collection<V> all() {
        return things.values();
    }

    /** What comes after a key, in order. */
    Collection<V> after(K key) {
        return things.tailMap(key, false).values();
    }

    Collection<V> newestFirst() {
        return things.descendingMap().values();
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            things.remove(key);
        } else {
            things.put(key, before);
        }
    }
}
