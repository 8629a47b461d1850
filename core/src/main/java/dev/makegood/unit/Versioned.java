package dev.makegood.unit;

/**
 * What is stored whole, and how often it was written: whoever changes it without its customer's lock is found by it.
 *
 * @param version counts from 1
 */
public record Versioned<V>(V value, long version) {

    /** As it is first stored. */
    static <V> Versioned<V> first(V value) {
        return new Versioned<>(value, 1);
    }

    Versioned<V> next(V newValue) {
        return new Versioned<>(newValue, version + 1);
    }
}
