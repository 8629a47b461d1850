package dev.makegood.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The first migration; a database that began with another one is not ours to write to. */
final class Baseline {

    static final String SCRIPT = "V1__baseline.sql";

    private static final String HISTORY = JooqConfiguration.SCHEMA + ".schema_history";

    private Baseline() {}

    /** @throws UnsupportedSchemaException if the schema began with another migration than ours */
    static void check(DataSource source) {
        try (var connection = source.getConnection()) {
            firstScript(connection).filter(script -> !script.equals(SCRIPT)).ifPresent(script -> {
                throw new UnsupportedSchemaException(script);
            });
        } catch (SQLException e) {
            throw DatabaseErrors.translate(DatabaseErrors.of(e));
        }
    }

    private static Optional<String> firstScript(Connection connection) throws SQLException {
        return query(connection, "select to_regclass('" + HISTORY + "')::text").isEmpty()
                ? Optional.empty()
                : query(connection, "select script from " + HISTORY + " where version = '1'");
    }

    private static Optional<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }
}
