package dev.makegood.unit.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row: values by the names of their columns; a column that is not named is null.
 *
 * <p>Numbers are {@code Long} or {@code BigDecimal}, hashes {@code byte[]}, arrays {@code List}. As in SQL, a condition on
 * a column that is null holds.
 */
public final class Row {

    private static final int COLUMNS = 64;

    private final Map<String, Object> values;

    private Row(Map<String, Object> values) {
        this.values = values;
    }

    /** A row without values yet. */
    public static Row empty() {
        return new Row(new HashMap<>(COLUMNS));
    }

    /** The same row with other values in these columns; null takes a value away. */
    public Row with(Map<String, ? extends @Nullable Object> changes) {
        var row = new Row(new HashMap<>(values));
        for (var change : changes.entrySet()) {
            row = row.set(change.getKey(), change.getValue());
        }
        return row;
    }

    Row set(String column, @Nullable Object value) {
        if (value == null) {
            values.remove(column);
        } else {
            values.put(column, value);
        }
        return this;
    }

    public @Nullable Object value(String column) {
        return values.get(column);
    }

    /** Tells whether the columns have these values. */
    public boolean matches(Map<String, ?> expected) {
        return expected.entrySet()
                .stream()
                .allMatch(column -> Objects.equals(values.get(column.getKey()), column.getValue()));
    }

    /** The values of these columns in their order; null if one of them is null. */
    @Nullable
    List<Object> key(List<String> columns) {
        var key = new ArrayList<>(columns.size());
        for (var column : columns) {
            var value = values.get(column);
            if (value == null) {
                return null;
            }
            key.add(value);
        }
        return key;
    }

    boolean is(String column, Object... accepted) {
        var value = values.get(column);
        if (value == null) {
            return true;
        }
        for (var other : accepted) {
            if (value.equals(other)) {
                return true;
            }
        }
        return false;
    }

    boolean isAtLeast(long least, String... columns) {
        for (var column : columns) {
            if (!isBetween(column, least, Long.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    boolean isBetween(String column, long least, long most) {
        var value = values.get(column);
        return value == null || switch (value) {
            case BigDecimal number -> number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0;
            default -> number(column) >= least && number(column) <= most;
        };
    }

    /** Between zero and what is in the other column. */
    boolean isWithin(String column, String most) {
        return isBetween(column, 0, values.get(most) == null ? Long.MAX_VALUE : number(most));
    }

    boolean areEqual(String column, String other) {
        return nulls(column, other) > 0 || Objects.equals(values.get(column), values.get(other));
    }

    /** Tells whether one moment is later than the other. */
    boolean isAfter(String column, String other) {
        return values.get(column) instanceof Instant one
                && values.get(other) instanceof Instant than
                && one.isAfter(than);
    }

    long number(String column) {
        return (Long) values.getOrDefault(column, 0L);
    }

    boolean isTrue(String column) {
        return Boolean.TRUE.equals(values.get(column));
    }

    boolean hasBytes(int length, String... columns) {
        for (var column : columns) {
            if (!(values.get(column) instanceof byte[] bytes) || bytes.length != length) {
                return false;
            }
        }
        return true;
    }

    /** Arrays of equal length, each of whose elements belongs to those at the same place. */
    boolean haveEqualSizes(String first, String... others) {
        for (var other : others) {
            if (size(other) != size(first)) {
                return false;
            }
        }
        return true;
    }

    private int size(String column) {
        return values.get(column) instanceof List<?> elements ? elements.size() : 0;
    }

    int nulls(String... columns) {
        int nulls = 0;
        for (var column : columns) {
            nulls += values.get(column) == null ? 1 : 0;
        }
        return nulls;
    }

    int nonNulls(String... columns) {
        return columns.length - nulls(columns);
    }
}
