package dev.makegood.unit;

import dev.makegood.customer.CustomerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a unit has read of its customer, and what it has changed: it reads its own writes, and leaves no trace until its
 * {@link #changes} are written.
 */
final class WorkingSet {

    private final UnitLoader loader;
    private final Head headBefore;
    private final Map<Key<?>, Optional<?>> stored = new HashMap<>();
    private final Map<Key<?>, Optional<?>> changed = new LinkedHashMap<>();
    private Head head;
    private @Nullable OpenGrants openGrants;

    WorkingSet(Head head, UnitLoader loader) {
        this.loader = loader;
        this.headBefore = head;
        this.head = head;
    }

    CustomerId customer() {
        return head.customerId();
    }

    Head head() {
        return head;
    }

    void changeHead(UnaryOperator<Head> change) {
        head = change.apply(head);
    }

    /** For what is not found by a key. */
    UnitLoader loader() {
        return loader;
    }

    OpenGrants openGrants() {
        if (openGrants == null) {
            openGrants = loader.openGrants();
        }
        return openGrants;
    }

    <V> Optional<V> find(Key<V> key) {
        if (!changed.containsKey(key)) {
            load(List.of(key));
        }
        return cast(changed.getOrDefault(key, storedAt(key)));
    }

    /** Reads all of them at once, those that were not read before. */
    void load(Collection<? extends Key<?>> keys) {
        var missing = keys.stream()
                .filter(key -> !stored.containsKey(key) && !changed.containsKey(key))
                .toList();
        if (!missing.isEmpty()) {
            var loaded = loader.load(missing);
            missing.forEach(key -> stored.put(key, loaded.find(key)));
        }
    }

    /** What was read together with other things. */
    <V> void remember(Key<V> key, V value) {
        stored.putIfAbsent(key, Optional.of(value));
    }

    <V> void put(Key<V> key, V value) {
        changed.put(key, Optional.of(value));
    }

    /** What has the name: this, if nothing had it before. */
    <V> V claim(Key.Claim<V> name, V value) {
        return find(name).orElseGet(() -> {
            put(name, value);
            return value;
        });
    }

    void remove(Key<?> key) {
        changed.put(key, Optional.empty());
    }

    boolean isChanged(Key<?> key) {
        return changed.containsKey(key);
    }

    /** What this unit leaves of one kind, in the order in which it was first changed. */
    <V> Stream<V> changed(Class<? extends Key<V>> kind) {
        return changed.entrySet()
                .stream()
                .filter(change -> kind.isInstance(change.getKey()))
                .flatMap(change -> WorkingSet.<V>cast(change.getValue()).stream());
    }

    Changes changes() {
        var all = new ArrayList<Change<?>>();
        changed.keySet().forEach(key -> all.add(change(key)));
        return new Changes(headBefore, head, all);
    }

    private <V> Change<V> change(Key<V> key) {
        Optional<V> before = cast(storedAt(key));
        Optional<V> after = cast(changed.getOrDefault(key, Optional.empty()));
        return new Change<>(key, before.orElse(null), after.orElse(null));
    }

    private Optional<?> storedAt(Key<?> key) {
        return stored.getOrDefault(key, Optional.empty());
    }

    @SuppressWarnings("unchecked") // A key says what is found at it.
    private static <V> Optional<V> cast(Optional<?> value) {
        return (Optional<V>) value;
    }
}
