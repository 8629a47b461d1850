package dev.makegood.memory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.makegood.Storage;
import dev.makegood.store.ConstraintsContract;
import dev.makegood.store.RowChange;
import dev.makegood.unit.table.Constraint;
import dev.makegood.unit.table.ConstraintViolationException;
import dev.makegood.unit.table.RowStore;
import dev.makegood.unit.table.TableSchema;
import dev.makegood.unit.table.TableSchema.Changes;
import java.util.Set;

class InMemoryConstraintsTest extends ConstraintsContract {

    private static final class RolledBack extends RuntimeException {}

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Storage storage() {
        return store;
    }

    @Override
    protected Set<String> constraints() {
        return RowStore.ALL.stream()
                .flatMap(TableSchema::constraints)
                .map(Constraint::name)
                .collect(toUnmodifiableSet());
    }

    /** History refuses updates before its constraints are looked at, so that an update is tried as another row there. */
    @Override
    protected String violatedBy(RowChange change) {
        try {
            return store.transact(() -> {
                apply(store.tables().rows, change);
                throw new RolledBack();
            });
        } catch (ConstraintViolationException e) {
            return e.constraint();
        } catch (RolledBack e) {
            return "";
        }
    }

    private static void apply(RowStore rows, RowChange change) {
        var table = table(change.table());
        var row = rows.rows(table)
                .stream()
                .filter(known -> known.matches(change.where()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such row: " + change.where()));
        var isUpdate = !change.isCopy() && changesAllowed(table.changes()).contains("update");
        rows.change(table, isUpdate ? row : null, row.with(change.values()));
        rows.checkReferences();
    }

    @Override
    protected Set<String> changesAllowed(String table) {
        return changesAllowed(table(table).changes());
    }

    private static Set<String> changesAllowed(Changes changes) {
        return switch (changes) {
            case NONE -> Set.of();
            case UPDATES -> Set.of("update");
            case DELETES -> Set.of("delete");
            case UPDATES_AND_DELETES -> Set.of("update", "delete");
        };
    }

    private static TableSchema table(String name) {
        return RowStore.ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
