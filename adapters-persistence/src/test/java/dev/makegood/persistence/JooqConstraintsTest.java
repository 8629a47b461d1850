package dev.makegood.persistence;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.makegood.Storage;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.persistence.schema.Makegood;
import dev.makegood.store.ConstraintsContract;
import dev.makegood.store.RowChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.util.PSQLException;

/** Each named constraint of the schema, tried as the owner; and that the schema has no other. */
class JooqConstraintsTest extends ConstraintsContract {

    /** In memory, operations are a price table that checks itself, and the one lease is a field. */
    private static final Set<String> TABLES_WITHOUT_ROWS_IN_MEMORY =
            Set.of("operation", "lease", "schema_history");

    private static final String CONSTRAINTS = """
            select conrelid::regclass::text || ' ' || conname from pg_constraint
            where connamespace = 'makegood'::regnamespace and contype in ('c', 'p', 'u', 'f')
            union
            select indrelid::regclass::text || ' ' || relname from pg_index
            join pg_class on pg_class.oid = indexrelid
            where indisunique and relnamespace = 'makegood'::regnamespace
            and not exists (select from pg_constraint where conindid = indexrelid)""";

    private static final TestDatabase DATABASE = TestDatabases.migrated();
    private static final JooqStore STORE = TestDatabases.store(DATABASE);
    private static final DSLContext OWNER =
            DSL.using(TestDatabases.ownerDataSource(DATABASE), SQLDialect.POSTGRES);

    private static final class RolledBack extends RuntimeException {}

    @Override
    protected Storage storage() {
        return STORE;
    }

    @Override
    protected Set<String> constraints() {
        return TestSql.query(DATABASE.asOwner(), CONSTRAINTS)
                .stream()
                .map(line -> line.replace("makegood.", "").split(" ", -1))
                .filter(words -> !TABLES_WITHOUT_ROWS_IN_MEMORY.contains(words[0]))
                .map(words -> words[1])
                .collect(toUnmodifiableSet());
    }

    @Override
    protected Set<String> changesAllowed(String table) {
        return Stream.of("update", "delete")
                .filter(change -> TestSql
                        .query(DATABASE.asOwner(),
                                "select has_table_privilege('%s', 'makegood.%s', '%s')"
                                        .formatted(PoolSettings.APPLICATION_ROLE, table, change))
                        .equals(List.of("t")))
                .collect(toUnmodifiableSet());
    }

    @Override
    protected String violatedBy(RowChange change) {
        try {
            OWNER.transaction(transaction -> {
                if (statement(transaction.dsl(), change).execute() != 1) {
                    throw new AssertionError("no such row: " + change.where());
                }
                throw new RolledBack();
            });
            throw new IllegalStateException("a transaction that throws has committed");
        } catch (DataAccessException e) {
            return constraint(e).orElseThrow(() -> e);
        } catch (RolledBack e) {
            return "";
        }
    }

    private static Optional<String> constraint(DataAccessException error) {
        return Optional.ofNullable(error.getCause(PSQLException.class))
                .map(PSQLException::getServerErrorMessage)
                .map(message -> message.getConstraint());
    }

    private static Query statement(DSLContext dsl, RowChange change) {
        var table = Objects.requireNonNull(Makegood.MAKEGOOD.getTable(change.table()));
        var oneRow = field("ctid").eq(select(field("ctid")).from(table)
                .where(conditions(table, change))
                .limit(1));
        if (change.isCopy()) {
            return dsl.insertInto(table, table.fields()).select(copy(table, change, oneRow));
        }
        return dsl.update(table).set(values(table, change)).where(oneRow);
    }

    private static List<Condition> conditions(Table<?> table, RowChange change) {
        var conditions = new ArrayList<Condition>();
        change.where()
                .forEach((column, value) -> conditions.add(
                        column(table, column).eq(bound(table, column, value))));
        return conditions;
    }

    private static Select<?> copy(Table<?> table, RowChange change, Condition oneRow) {
        var fields = Arrays.stream(table.fields())
                .map(known -> change.values().containsKey(known.getName())
                        ? bound(table, known.getName(), change.values().get(known.getName()))
                        : known)
                .toList();
        return select(fields).from(table).where(oneRow);
    }

    private static Map<Field<?>, Field<?>> values(Table<?> table, RowChange change) {
        var values = new HashMap<Field<?>, Field<?>>();
        change.values()
                .forEach((column, value) -> values.put(column(table, column),
                        bound(table, column, value)));
        return values;
    }

    private static Field<Object> bound(Table<?> table, String column, Object value) {
        return val(value, column(table, column));
    }

    @SuppressWarnings("unchecked")
    private static Field<Object> column(Table<?> table, String column) {
        return (Field<Object>) Objects.requireNonNull(table.field(column), column);
    }
}
