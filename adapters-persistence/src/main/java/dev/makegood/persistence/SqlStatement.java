package dev.makegood.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement of a {@link RoundTrip}: its words, what is bound in them, and what becomes of its answer. */
interface SqlStatement {

    String sql();

    /** As text, in order; each question mark says of what type it is. */
    List<@Nullable String> values();

    /** Reads the answer that the prepared statement has come to. */
    void read(PreparedStatement answer) throws SQLException;
}
