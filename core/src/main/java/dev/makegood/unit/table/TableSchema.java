package dev.makegood.unit.table;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table of the schema: what may happen to its rows, and what holds in them, in the order in which the database tries it.
 *
 * @param checks sorted by name
 * @param keys the first of them is the primary key
 */
public record TableSchema(String name, Changes changes, List<Constraint.Check> checks,
        List<Constraint.Key> keys,
        List<Constraint.Reference> references) {

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
        return new TableSchema(name, changes, List.of(), List.of(), List.of());
    }

    /** Refuses a row that breaks by itself what holds in every row. */
    public void check(Row row) {
        for (var check : checks) {
            if (!check.condition().test(row)) {
                throw violation(check.name(), row);
            }
        }
    }

    ConstraintViolationException violation(String constraint, Row row) {
        var key = Objects.requireNonNull(row.key(keys.getFirst().columns()), name);
        return new ConstraintViolationException(constraint, name, key);
    }

    TableSchema check(String constraint, Predicate<Row> condition) {
        var sorted = Stream
                .concat(checks.stream(), Stream.of(new Constraint.Check(constraint, condition)))
                .sorted(Comparator.comparing(Constraint.Check::name))
                .toList();
        return new TableSchema(name, changes, sorted, keys, references);
    }

    TableSchema unique(String constraint, String... columns) {
        return uniqueWhere(constraint, row -> true, columns);
    }

    TableSchema uniqueWhere(String constraint, Predicate<Row> applies, String... columns) {
        var key = new Constraint.Key(constraint, List.of(columns), applies);
        return new TableSchema(name, changes, checks,
                Stream.concat(keys.stream(), Stream.of(key)).toList(), references);
    }

    TableSchema references(String constraint, String table, String... columns) {
        var reference = new Constraint.Reference(constraint, List.of(columns), table);
        return new TableSchema(name, changes, checks, keys,
                Stream.concat(references.stream(), Stream.of(reference)).toList());
    }

    public Stream<Constraint> constraints() {
        return Stream.of(checks, keys, references).flatMap(List::stream);
    }
}
