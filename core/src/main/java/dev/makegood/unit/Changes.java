package dev.makegood.unit;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import java.util.List;

/**
 * What one unit leaves behind, as plain data: a storage writes all of it, or none.
 *
 * @param before the customer's head as it was stored
 * @param after the same after the unit
 * @param all everything else, in the order in which it was first changed
 */
public record Changes(Head before, Head after, List<Change<?>> all) {

    public Changes {
        all = List.copyOf(all);
    }

    public CustomerId customer() {
        return after.customerId();
    }

    public boolean isEmpty() {
        return all.isEmpty() && !isHeadChanged();
    }

    public boolean isHeadChanged() {
        return !before.equals(after);
    }

    public List<RecordedEvent> events() {
        return of(Key.OfEvent.class).stream().map(Change::written).toList();
    }

    /** Those of one kind. */
    @SuppressWarnings("unchecked") // A key says what is found at it.
    public <V> List<Change<V>> of(Class<? extends Key<V>> kind) {
        return all.stream()
                .filter(change -> kind.isInstance(change.key()))
                .map(change -> (Change<V>) change)
                .toList();
    }
}
