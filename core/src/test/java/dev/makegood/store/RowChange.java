package dev.makegood.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of one row that a constraint refuses.
 *
 * @param constraint named as in the database
 * @param where which row; one of the test's own, and any of those that match
 * @param values by their columns; {@link #ANOTHER_ID} is one that nothing has
 * @param isCopy whether the row is added once more with these values, or changed
 */
public record RowChange(String constraint, String table, Map<String, Object> where,
        Map<String, @Nullable Object> values, boolean isCopy) {

    /** Stands for an id that nothing has. */
    public static final Object ANOTHER_ID = new Object();

    static RowChange refusedBy(String constraint, String table) {
        return new RowChange(constraint, table, Map.of(), Map.of(), false);
    }

    static RowChange copyRefusedBy(String constraint, String table) {
        return new RowChange(constraint, table, Map.of(), Map.of(), true);
    }

    RowChange where(String column, Object value) {
        return new RowChange(constraint, table, plus(where, column, value), values, isCopy);
    }

    RowChange set(String column, @Nullable Object value) {
        return new RowChange(constraint, table, where, plus(values, column, value), isCopy);
    }

    private static <V extends @Nullable Object> Map<String, V> plus(
            Map<String, V> map, String column, V value) {
        var all = new HashMap<>(map);
        all.put(column, value);
        return all;
    }

    @Override
    public String toString() {
        return constraint;
    }
}
