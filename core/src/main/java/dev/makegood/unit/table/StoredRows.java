package dev.makegood.unit.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one table, with an index for each of its keys. */
final class StoredRows {

    final TableSchema table;
    private final List<Index> indexes;

    private record Index(Constraint.Key key, Map<List<Object>, Row> rows) {

        @Nullable
        Row find(Row row) {
            var values = valuesOf(row);
            return values == null ? null : rows.get(values);
        }

        void add(Row row) {
            var values = valuesOf(row);
            if (values != null) {
                rows.put(values, row);
            }
        }

        void remove(Row row) {
            rows.remove(valuesOf(row));
        }

        private @Nullable List<Object> valuesOf(Row row) {
            return key.applies().test(row) ? row.key(key.columns()) : null;
        }
    }

    StoredRows(TableSchema table) {
        this.table = table;
        this.indexes = table.keys().stream().map(key -> new Index(key, new HashMap<>())).toList();
    }

    Collection<Row> rows() {
        return primary().rows().values();
    }

    boolean has(List<Object> key) {
        return primary().rows().containsKey(key);
    }

    @Nullable
    Row find(Row row) {
        return primary().find(row);
    }

    private Index primary() {
        return indexes.getFirst();
    }

    /** Changes a row, adds one or takes one away; refuses what the database would refuse. */
    void change(@Nullable Row before, @Nullable Row after) {
        if (before != null) {
            checkPrivileges(before, after);
        }
        if (after != null) {
            table.check(after);
            indexes.forEach(index -> checkUnique(index, before, after));
        }
        restore(before, after);
    }

    /** As {@link #change}, of what is known to be right. */
    void restore(@Nullable Row before, @Nullable Row after) {
        for (var index : indexes) {
            if (before != null) {
                index.remove(before);
            }
            if (after != null) {
                index.add(after);
            }
        }
    }

    private void checkPrivileges(Row before, @Nullable Row after) {
        if (after == null ? !table.changes().mayDelete() : !table.changes().mayUpdate()) {
            throw table.violation(after == null ? "no_row_is_deleted" : "no_row_is_updated",
                    before);
        }
    }

    private void checkUnique(Index index, @Nullable Row before, Row after) {
        var known = index.find(after);
        if (known != null && known != before) {
            throw table.violation(index.key().name(), after);
        }
    }
}
