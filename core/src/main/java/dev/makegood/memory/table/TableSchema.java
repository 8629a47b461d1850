package dev.makegood.memory.table;

import dev.makegood.memory.table.Constraint.Check;
import dev.makegood.memory.table.Constraint.Key;
import dev.makegood.memory.table.Constraint.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table of the schema: what may happen to its rows, and what holds in them.
 *
 * @param constraints in the order in which the database tries them: checks by name, the primary key and other keys,
 *        references
 */
public record TableSchema(String name, Changes changes, List<Constraint> constraints) {

    /** What the application's privileges let happen to a row once it is there. */
    public enum Changes {
        NONE, UPDATES, DELETES, UPDATES_AND_DELETES;

        boolean mayUpdate() {
            return this == UPDATES || this == UPDATES_AND_DELETES;
        }

        boolean mayDelete() {
            return this == DELETES || this == UPDATES_AND_DELETES;
        }
    }

    static TableSchema named(String name, Changes changes) {
        return new TableSchema(name, changes, List.of());
    }

    TableSchema check(String constraint, Predicate<Row> condition) {
        return with(new Check(constraint, condition));
    }

    TableSchema unique(String constraint, String... columns) {
        return uniqueWhere(constraint, row -> true, columns);
    }

    TableSchema uniqueWhere(String constraint, Predicate<Row> applies, String... columns) {
        return with(new Key(constraint, List.of(columns), applies));
    }

    TableSchema references(String constraint, String table, String... columns) {
        return with(new Reference(constraint, List.of(columns), table));
    }

    private TableSchema with(Constraint constraint) {
        var all = new ArrayList<>(constraints);
        all.add(constraint);
        all.sort(Comparator.comparing(TableSchema::rank));
        return new TableSchema(name, changes, List.copyOf(all));
    }

    private static String rank(Constraint constraint) {
        return switch (constraint) {
            case Check check -> "1 " + check.name();
            case Key key -> "2";
            case Reference reference -> "3";
        };
    }

    Stream<Check> checks() {
        return constraints.stream().filter(Check.class::isInstance).map(Check.class::cast);
    }

    /** The first of them is the primary key. */
    List<Key> keys() {
        return constraints.stream().filter(Key.class::isInstance).map(Key.class::cast).toList();
    }

    List<Reference> references() {
        return constraints.stream()
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .toList();
    }
}
