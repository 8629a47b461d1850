package dev.makegood.memory;

import dev.makegood.unit.table.Row;
import dev.makegood.unit.table.RowStore;
import dev.makegood.unit.table.TableSchema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where everything is kept: maps whose changes can be undone, and the rows that the database would have for them. */
final class MemoryTables {

    final RowStore rows;
    private final UndoLog undoLog = new UndoLog();

    MemoryTables() {
        this.rows = new RowStore(undoLog::record);
    }

    <K extends Comparable<? super K>, V> UndoableMap<K, V> map() {
        return new UndoableMap<>(undoLog);
    }

    /** Writes the row that a change of a unit makes, or takes it away. */
    void put(TableSchema table, Row row) {
        rows.change(table, rows.find(table, row), row);
    }

    void remove(TableSchema table, Row row) {
        rows.change(table, rows.find(table, row), null);
    }

    void undo(Runnable undoStep) {
        undoLog.record(undoStep);
    }

    <V> void change(
            TableSchema table, Function<? super V, Row> toRow, @Nullable V before,
            @Nullable V after) {
        if (after != null) {
            put(table, toRow.apply(after));
        } else if (before != null) {
            remove(table, toRow.apply(before));
        }
    }

    /** Work of those who own the tables, and may delete what is history. */
    void asOwner(Runnable work) {
        rows.asOwner(work);
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
