package dev.makegood.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long anybody may wait or hold things up. A pool of ours sets them with each connection; on a
 * host's data source they are set for each transaction of ours, where the host did not.
 */
final class Limits {

    /** How long a statement may take, usually. */
    static final Duration STATEMENT = Duration.ofSeconds(15);

    /** Asked once: the connections of one source are alike. */
    private volatile @Nullable String missing;

    /** All of them, where a statement may take so long. */
    static Map<String, String> of(Duration statement) {
        return Map.of("lock_timeout", "5s",
                "statement_timeout", statement.toSeconds() + "s",
                "idle_in_transaction_session_timeout",
                statement.multipliedBy(2).toSeconds() + "s");
    }

    /** Whether every connection of this source has them from its start. */
    boolean areSetFor(Connection connection) {
        return missingFor(connection).isEmpty();
    }

    /** Sets what is missing, until the transaction that has just begun ends. */
    void apply(Connection connection) {
        var settings = missingFor(connection);
        if (!settings.isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute(settings);
            } catch (SQLException e) {
                throw Troubles.of(e);
            }
        }
    }

    private String missingFor(Connection connection) {
        var known = missing;
        if (known == null) {
            known = missing(connection);
            missing = known;
        }
        return known;
    }

    private static String missing(Connection connection) {
        var settings = new ArrayList<String>();
        if (!ask(connection, "default_transaction_isolation").equals("read committed")) {
            settings.add("set transaction isolation level read committed");
        }
        for (var limit : of(STATEMENT).entrySet()) {
            if (ask(connection, limit.getKey()).equals("0")) {
                settings.add("set local " + limit.getKey() + " = '" + limit.getValue() + "'");
            }
        }
        return String.join("; ", settings);
    }

    private static String ask(Connection connection, String setting) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw Troubles.of(e);
        }
    }
}
