package dev.makegood.persistence;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableRecord;

/** The words of statements about one table, made once from its columns. */
final class TableSql<R extends TableRecord<R>> {

    private static final Map<Class<?>, String> TYPES = Map.of(UUID.class, "uuid", Long.class,
            "bigint", Integer.class, "integer", Short.class, "smallint", Boolean.class, "boolean",
            BigDecimal.class, "numeric", Instant.class, "timestamptz", byte[].class, "bytea",
            JSONB.class, "jsonb", JSON.class, "json");

    private final Table<R> table;
    private final List<Field<?>> columns;
    private final List<Field<?>> key;
    private final List<Field<?>> notKey;
    private final Map<String, Integer> places;
    private final int customerId;
    private final String excluded;
    private final Map<String, String> words = new ConcurrentHashMap<>();
    private final String name;
    private final String select;

    private TableSql(Table<R> table) {
        this.table = table;
        this.columns = List.of(table.fields());
        this.key = List.copyOf(Objects.requireNonNull(table.getPrimaryKey()).getFields());
        this.name = PoolSettings.SCHEMA + "." + table.getName();
        this.notKey = columns.stream().filter(column -> !key.contains(column)).toList();
        this.places = IntStream.range(0, columns.size())
                .boxed()
                .collect(toUnmodifiableMap(place -> columns.get(place).getName(),
                        Function.identity()));
        this.customerId = places.getOrDefault("customer_id", -1);
        this.excluded = notKey.stream()
                .map(column -> column.getName() + " = excluded." + column.getName())
                .collect(joining(", "));
        this.select = "select " + names(columns) + " from " + name + " where ";
    }

    static <R extends TableRecord<R>> TableSql<R> of(Table<R> table) {
        return new TableSql<>(table);
    }

    String select() {
        return select;
    }

    R read(ResultSet found) throws SQLException {
        var row = table.newRecord();
        for (int place = 0; place < columns.size(); place++) {
            ResultColumn.read(found, place + 1, columns.get(place), row);
        }
        return row;
    }

    /** Adds rows, all or none. */
    RowsWrite insert(List<R> rows) {
        return write(insertInto(rows.size()), columns, rows, List.of(), rows.size());
    }

    /** Adds rows whose keys nobody has, in their order; if somebody has one, the unit has to be run again. */
    RowsWrite claim(List<R> rows) {
        var sorted = rows.stream().sorted(comparing(row -> row.valuesRow().toString())).toList();
        return write(insertInto(rows.size()) + " on conflict do nothing", columns,
                sorted, List.of(), rows.size());
    }

    /** Adds rows, or replaces those that have their keys. */
    RowsWrite upsert(List<R> rows) {
        return upsert(rows, excluded);
    }

    /** Adds rows, or does this to those that have their keys. */
    RowsWrite upsert(List<R> rows, String change) {
        return write(insertInto(rows.size()) + " on conflict (" + names(key)
                + ") do update set " + change, columns, rows, List.of(), rows.size());
    }

    /** Replaces rows that are there. */
    RowsWrite update(List<R> rows) {
        return update(rows, notKey, "", rows.size());
    }

    /** Replaces these columns of rows that are there. */
    RowsWrite update(List<R> rows, List<? extends Field<?>> changing) {
        return update(rows, changing, "", rows.size());
    }

    /** Replaces rows that have the version before theirs. */
    RowsWrite updateNext(List<R> rows) {
        return update(rows, notKey, " and old.version = new.version - 1", rows.size());
    }

    /** Replaces one column of those rows that are there, and have the same value in another. */
    RowsWrite updateIfThere(List<R> rows, Field<?> changing, Field<?> same) {
        var name = same.getName();
        return update(rows, List.of(changing, same), " and old." + name + " = new." + name,
                RowsWrite.ANY);
    }

    private RowsWrite update(
            List<R> rows, List<? extends Field<?>> changing, String condition, int expected) {
        var verb = words.computeIfAbsent("update " + names(changing),
                unknown -> "update " + name + " as old set " + changing.stream()
                        .map(column -> column.getName() + " = " + source(column))
                        .collect(joining(", ")) + " from ");
        return keyed(verb, Stream.<Field<?>>concat(key.stream(), changing.stream()).toList(),
                rows, condition, expected);
    }

    /** Takes those rows away that are there. */
    RowsWrite delete(List<R> rows) {
        return keyed("delete from " + name + " as old using ", key, rows, "", RowsWrite.ANY);
    }

    /** Rows of one customer name that customer themselves; those of several are told apart row by row. */
    private RowsWrite keyed(
            String verb, List<Field<?>> bound, List<R> rows, String condition, int expected) {
        var customers = rows.stream().map(row -> row.get(customerId)).distinct().toList();
        boolean isOfOne = customers.size() == 1;
        var sql = words.computeIfAbsent(verb + (rows.size() == 1) + isOfOne + condition,
                unknown -> verb + from(bound, rows.size()) + " where " + sameKey(isOfOne)
                        + condition);
        return write(sql, bound, rows,
                isOfOne ? List.of(String.valueOf(customers.getFirst())) : List.of(), expected);
    }

    private String sameKey(boolean isOfOneCustomer) {
        return key.stream()
                .map(column -> isOfOneCustomer && column.getName().equals("customer_id")
                        ? "old.customer_id = ?::uuid"
                        : "old." + column.getName() + " = new." + column.getName())
                .collect(joining(" and "));
    }

    private String insertInto(int rows) {
        var all = columns;
        return words.computeIfAbsent("insert " + (rows == 1),
                unknown -> "insert into " + name + " as old (" + names(all) + ") select "
                        + all.stream().map(TableSql::source).collect(joining(", ")) + " from "
                        + from(all, rows));
    }

    /** One row is bound value by value, several column by column. */
    private static String from(List<? extends Field<?>> all, int rows) {
        var parameters = all.stream()
                .map(column -> "?::" + (rows == 1 ? type(column) : type(column) + "[]"))
                .collect(joining(", "));
        return (rows == 1 ? "(values (" + parameters + "))" : "unnest(" + parameters + ")")
                + " as new (" + names(all) + ")";
    }

    private RowsWrite write(
            String sql, List<? extends Field<?>> bound, List<? extends Record> rows,
            List<String> more, int expected) {
        var values = bound.stream()
                .map(this::placeOf)
                .map(place -> rows.size() == 1 ? SqlText.of(rows.getFirst().get(place))
                        : SqlText.ofArray(rows.stream().map(row -> SqlText.of(row.get(place)))));
        return new RowsWrite(sql,
                Arrays.asList(Stream.concat(values, more.stream()).toArray(String[]::new)),
                expected);
    }

    /** An array within an array of rows is bound as its text. */
    static String type(Field<?> column) {
        return TYPES.getOrDefault(column.getType(), "text");
    }

    private static String source(Field<?> column) {
        var type = column.getType();
        return "new." + column.getName() + (type.isArray() && type != byte[].class
                ? "::" + arrayType(type.getComponentType())
                : "");
    }

    private static String arrayType(Class<?> element) {
        return (element == OffsetDateTime.class ? "timestamptz"
                : TYPES.getOrDefault(element, "text")) + "[]";
    }

    private int placeOf(Field<?> column) {
        return Objects.requireNonNull(places.get(column.getName()), column::getName);
    }

    private static String names(List<? extends Field<?>> columns) {
        return columns.stream().map(Field::getName).collect(joining(", "));
    }
}
