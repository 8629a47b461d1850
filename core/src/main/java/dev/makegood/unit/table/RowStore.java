package dev.makegood.unit.table;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All tables and their rows. What a change breaks by itself is refused at once, as by the database; where a row must point
 * at another, that is checked when the unit is stored.
 */
public final class RowStore {

    /** Every table that has a twin here. */
    public static final List<TableSchema> ALL = Stream
            .of(CustomerTables.ALL, LedgerTables.ALL, ProjectTables.ALL, EventTables.ALL,
                    PaymentTables.ALL, GenerationTables.ALL, AccessTables.ALL, PricingTables.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, TableSchema> BY_NAME =
            ALL.stream().collect(toMap(TableSchema::name, Function.identity()));

    private final Map<String, StoredRows> rowsByTable = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Consumer<Runnable> undo;
    private boolean isOwner;

    private record Change(StoredRows rows, Row row) {}

    /** Everything that is changed records how it is undone. */
    public RowStore(Consumer<Runnable> undo) {
        this.undo = undo;
    }

    public Collection<Row> rows(TableSchema table) {
        return rowsOf(table.name()).rows();
    }

    /** The row that has the same primary key. */
    public @Nullable Row find(TableSchema table, Row row) {
        return rowsOf(table.name()).find(row);
    }

    /** Adds a row if there was none before, takes it away if there is none after. */
    public void change(TableSchema table, @Nullable Row before, @Nullable Row after) {
        var rows = rowsOf(table.name());
        if (isOwner) {
            rows.restore(before, after);
        } else {
            rows.change(before, after);
        }
        undo.accept(() -> rows.restore(/* before= */ after, /* after= */ before));
        if (after != null && !table.references().isEmpty()) {
            changes.add(new Change(rows, after));
        }
    }

    /** Changes that no privilege forbids. */
    public void asOwner(Runnable work) {
        isOwner = true;
        try {
            work.run();
        } finally {
            isOwner = false;
        }
    }

    /** The unit ends: what it wrote points at nothing that is not there. */
    public void checkReferences() {
        changes.stream()
                .filter(change -> change.rows().find(change.row()) == change.row())
                .forEach(this::checkReferences);
    }

    /** Forgets which rows the unit wrote. */
    public void endUnit() {
        changes.clear();
    }

    private void checkReferences(Change change) {
        for (var reference : change.rows().table.references()) {
            var key = change.row().key(reference.columns());
            if (key != null && !rowsOf(reference.table()).has(key)) {
                throw change.rows().table.violation(reference.name(), change.row());
            }
        }
    }

    private StoredRows rowsOf(String table) {
        return rowsByTable.computeIfAbsent(table,
                name -> new StoredRows(Objects.requireNonNull(BY_NAME.get(name), name)));
    }
}
