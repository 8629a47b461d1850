package dev.makegood.memory;

import dev.makegood.memory.table.Row;
import dev.makegood.memory.table.RowStore;
import dev.makegood.memory.table.TableSchema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where everything is kept: maps whose changes can be undone, and the rows that the database would have for them. */
final class MemoryTables {

    final RowStore rows;
    private final UndoLog undoLog = new UndoLog();

    MemoryTables() {
        this.rows = new RowStore(undoLog::record);
    }

    /** A map that has no table of its own: an index over another. */
    <K extends Comparable<? super K>, V> UndoableMap<K, V> index() {
        return new UndoableMap<>(undoLog, (before, after) -> {});
    }

    /** A map each of whose values is a row of this table. */
    <K extends Comparable<? super K>, V> UndoableMap<K, V> map(
            TableSchema table, Function<? super V, Row> toRow) {
        return new UndoableMap<>(undoLog,
                (before, after) -> change(table, toRow, before, after));
    }

    <V> void change(
            TableSchema table, Function<? super V, Row> toRow, @Nullable V before,
            @Nullable V after) {
        if (after != null) {
            var row = toRow.apply(after);
            rows.change(table, before == null ? null : rows.find(table, row), row);
        } else if (before != null) {
            rows.change(table, rows.find(table, toRow.apply(before)), null);
        }
    }

    void commit() {
        rows.checkReferences();
        undoLog.commit();
    }

    /** Undoes what was not committed. */
    void end() {
        undoLog.rollBack();
        rows.endUnit();
    }
}
