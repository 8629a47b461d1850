package dev.makegood.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a session may wait, and keep others waiting. A pool of ours sets them with each connection; on a
 * host's data source they are set for each transaction of ours, where the host did not.
 */
final class SessionTimeouts {

    /** How long a statement may take, usually. */
    static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(15);

    /** Read once: the connections of one source are alike. */
    private volatile @Nullable String missingSettings;

    /** All of them, where a statement may take so long. */
    static Map<String, String> of(Duration statementTimeout) {
        return Map.of("lock_timeout", "5s",
                "statement_timeout", statementTimeout.toSeconds() + "s",
                "idle_in_transaction_session_timeout",
                statementTimeout.multipliedBy(2).toSeconds() + "s");
    }

    /** Whether every connection of this source has them from its start. */
    boolean areSetFor(Connection connection) {
        return missingSettingsOf(connection).isEmpty();
    }

    /** Sets what is missing, until the transaction that has just begun ends. */
    void apply(Connection connection) {
        var settings = missingSettingsOf(connection);
        if (!settings.isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute(settings);
            } catch (SQLException e) {
                throw DatabaseErrors.of(e);
            }
        }
    }

    private String missingSettingsOf(Connection connection) {
        var known = missingSettings;
        if (known == null) {
            known = readMissingSettings(connection);
            missingSettings = known;
        }
        return known;
    }

    private static String readMissingSettings(Connection connection) {
        var settings = new ArrayList<String>();
        if (!show(connection, "default_transaction_isolation").equals("read committed")) {
            settings.add("set transaction isolation level read committed");
        }
        for (var timeout : of(STATEMENT_TIMEOUT).entrySet()) {
            if (show(connection, timeout.getKey()).equals("0")) {
                settings.add("set local " + timeout.getKey() + " = '" + timeout.getValue() + "'");
            }
        }
        return String.join("; ", settings);
    }

    private static String show(Connection connection, String setting) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw DatabaseErrors.of(e);
        }
    }
}
