package dev.makegood.unit.table;

import java.util.List;
import java.util.function.Predicate;

/** What must hold in a table, named as in the database. */
public sealed interface Constraint {

    String name();

    /** Holds in every row. */
    record Check(String name, Predicate<Row> condition) implements Constraint {}

    /** No two rows to which it applies have the same values here; nulls differ from one another. */
    record Key(String name, List<String> columns, Predicate<Row> applies) implements Constraint {}

    /** A row with these values in its key is in the other table; or one of them is null. */
    record Reference(String name, List<String> columns, String table) implements Constraint {}
}
