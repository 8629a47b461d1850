package dev.makegood.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that writes rows of one table.
 *
 * @param rows how many it must write; fewer, and the unit has to be run again
 */
record RowsWrite(String sql, List<@Nullable String> values, int rows) implements SqlStatement {

    /** Of a write that may find nothing to do. */
    static final int ANY = -1;

    @Override
    public void read(PreparedStatement answer) throws SQLException {
        if (rows != ANY && answer.getUpdateCount() != rows) {
            throw new StaleUnit("changed without the customer's lock, or claimed by another: "
                    + answer.getUpdateCount() + " of " + rows + " rows of: " + sql);
        }
    }
}
