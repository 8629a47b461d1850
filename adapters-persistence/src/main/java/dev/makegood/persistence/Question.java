package dev.makegood.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/** A statement that asks for rows of one table, and has them once it was sent. */
final class Question<R extends TableRecord<R>> implements SqlStatement {

    private final TableSql<R> table;
    private final String condition;
    private final List<@Nullable String> values;
    private final List<R> rows = new ArrayList<>();

    /** The {@code condition} is everything after {@code where}. */
    Question(TableSql<R> table, String condition, @Nullable String... values) {
        this.table = table;
        this.condition = condition;
        this.values = Arrays.asList(values);
    }

    @Override
    public String sql() {
        return table.select() + condition;
    }

    @Override
    public List<@Nullable String> values() {
        return values;
    }

    @Override
    public void read(PreparedStatement answer) throws SQLException {
        try (var found = answer.getResultSet()) {
            while (found.next()) {
                rows.add(table.read(found));
            }
        }
    }

    List<R> rows() {
        return rows;
    }
}
