package dev.makegood.persistence.embedded;

import java.sql.Connection;
import java.sql.SQLException;

/** Plain statements over JDBC. */
final class Sql {

    private Sql() {}

    static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
