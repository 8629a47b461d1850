package dev.makegood.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long anybody may wait or hold things up. A pool of ours sets them with each connection; on a
 * host's data source they are set for each transaction of ours, where the host did not.
 */
final class Limits {

    static final Map<String, String> USUAL = Map.of(
            "lock_timeout", "5s",
            "statement_timeout", "15s",
            "idle_in_transaction_session_timeout", "30s");

    /** Asked once: the connections of one source are alike. */
    private volatile @Nullable String missing;

    void apply(Connection connection) {
        try {
            var known = missing;
            var settings = known == null ? missing(connection) : known;
            missing = settings;
            if (!settings.isEmpty()) {
                run(connection, settings);
            }
        } catch (SQLException e) {
            throw Troubles.of(e);
        }
    }

    private static String missing(Connection connection) throws SQLException {
        var settings = new ArrayList<String>();
        if (!ask(connection, "transaction_isolation").equals("read committed")) {
            settings.add("set transaction isolation level read committed");
        }
        for (var limit : USUAL.entrySet()) {
            if (ask(connection, limit.getKey()).equals("0")) {
                settings.add("set local " + limit.getKey() + " = '" + limit.getValue() + "'");
            }
        }
        connection.rollback();
        return String.join("; ", settings);
    }

    private static String ask(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static void run(Connection connection, String settings) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(settings);
        }
    }
}
