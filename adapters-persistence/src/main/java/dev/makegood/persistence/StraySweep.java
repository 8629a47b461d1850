package dev.makegood.persistence;

import static java.util.stream.Collectors.toCollection;

import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Looks for rows of one table that another does not know, page by page, and by keys only: tables
 * that are distributed differently over a cluster cannot be joined.
 *
 * @param rows which of the table's
 * @param order its primary key, by which it is paged
 * @param names what names the row in the other table, in the order of {@code otherNames}
 */
record StraySweep(Table<?> table, Condition rows, List<Field<?>> order, List<Field<?>> names,
        Table<?> other, List<Field<?>> otherNames) {

    private static final int ROWS_PER_PAGE = 2_000;

    static StraySweep of(
            Table<?> table, List<Field<?>> order, List<Field<?>> names, Table<?> other,
            List<Field<?>> otherNames) {
        return new StraySweep(table, DSL.noCondition(), order, names, other, otherNames);
    }

    StraySweep where(Condition condition) {
        return new StraySweep(table, condition, order, names, other, otherNames);
    }

    /** At most so many, as violations of I16. */
    List<Violation> strays(Transactions transactions, int limit) {
        var strays = new ArrayList<Violation>();
        var page = page(transactions, DSL.noCondition());
        while (!page.isEmpty() && strays.size() < limit) {
            var known = known(transactions, page);
            page.stream()
                    .filter(row -> !known.contains(values(row, names)))
                    .limit(limit - strays.size())
                    .map(this::violation)
                    .forEach(strays::add);
            page = page(transactions, after(page.getLast()));
        }
        return strays;
    }

    private List<Record> page(Transactions transactions, Condition after) {
        var columns = new HashSet<Field<?>>(order);
        columns.addAll(names);
        return transactions.execute(dsl -> across(dsl).selectDistinct(columns)
                .from(table)
                .where(rows)
                .and(after)
                .orderBy(order)
                .limit(ROWS_PER_PAGE)
                .stream()
                .<Record>map(row -> row)
                .toList());
    }

    private Condition after(Record last) {
        return DSL.row(order).gt(DSL.row(values(last, order)));
    }

    private Set<List<Object>> known(Transactions transactions, List<Record> page) {
        var wanted = IntStream.range(0, names.size())
                .mapToObj(i -> isOneOf(otherNames.get(i), page, names.get(i)))
                .toList();
        return transactions.execute(dsl -> across(dsl).select(otherNames)
                .from(other)
                .where(wanted)
                .stream()
                .map(row -> values(row, otherNames))
                .collect(toCollection(HashSet::new)));
    }

    private static <T> Condition isOneOf(Field<T> field, List<Record> page, Field<?> name) {
        return field
                .in(page.stream().map(row -> row.get(name, field.getType())).distinct().toList());
    }

    private static DSLContext across(DSLContext dsl) {
        return JooqConfiguration.acrossCustomers(dsl);
    }

    private static List<Object> values(Record row, List<Field<?>> fields) {
        return fields.stream()
                .<Object>map(field -> Objects.requireNonNull(row.get(field)))
                .toList();
    }

    private Violation violation(Record row) {
        var customer = names.stream()
                .filter(field -> field.getName().equals("customer_id"))
                .findFirst()
                .map(field -> new CustomerId((UUID) values(row, List.of(field)).getFirst()))
                .orElse(CustomerId.SYSTEM_ACCOUNT);
        return new Violation(customer, "I16", "a row of " + table.getName() + ", "
                + values(row, order) + ", has none of " + other.getName() + " that it belongs to");
    }
}
