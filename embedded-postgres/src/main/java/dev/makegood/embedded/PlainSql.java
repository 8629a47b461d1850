package dev.makegood.embedded;

import java.sql.Connection;
import java.sql.SQLException;

/** Plain statements over JDBC. */
final class PlainSql {

    private PlainSql() {}

    static String query(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
