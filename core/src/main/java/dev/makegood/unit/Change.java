package dev.makegood.unit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit did to one thing.
 *
 * @param before as it was stored; null if there was none, or nobody looked
 * @param after as it is to be stored; null if it is removed
 */
public record Change<V>(Key<V> key, @Nullable V before, @Nullable V after) {

    public boolean isAdded() {
        return before == null && after != null;
    }

    public boolean isReplaced() {
        return before != null && after != null;
    }

    public boolean isRemoved() {
        return after == null;
    }

    /** As it was stored; it was. */
    public V replaced() {
        return Objects.requireNonNull(before, key::toString);
    }

    /** As it is to be stored; it is not removed. */
    public V written() {
        return Objects.requireNonNull(after, key::toString);
    }
}
