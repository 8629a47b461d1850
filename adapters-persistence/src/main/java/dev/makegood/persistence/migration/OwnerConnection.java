package dev.makegood.persistence.migration;

import dev.makegood.persistence.DatabaseFault;
import dev.makegood.persistence.PoolSettings;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Plain SQL of the schema's owner, in transactions on one connection at a time. */
final class OwnerConnection {

    private OwnerConnection() {}

    /** What may fail as SQL does. */
    @FunctionalInterface
    interface Work<T, R> {
        R apply(T subject) throws SQLException;
    }

    /** Committed if it answers, rolled back if it throws; unqualified names are those of our schema. */
    static <R> R inTransaction(DataSource owner, Work<Connection, R> work) {
        try (var connection = owner.getConnection()) {
            var hadAutoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                execute(connection, "set local search_path to " + PoolSettings.SCHEMA);
                var answer = work.apply(connection);
                connection.commit();
                return answer;
            } finally {
                connection.rollback();
                connection.setAutoCommit(hadAutoCommit);
            }
        } catch (SQLException e) {
            throw DatabaseFault.exceptionOf(e);
        }
    }

    /** Whoever migrates, and whoever grants, waits for the one before; until the transaction ends. */
    static void lock(Connection connection) throws SQLException {
        execute(connection,
                "select pg_catalog.pg_advisory_xact_lock(hashtext('makegood migrations'))");
    }

    /** One statement or many. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var unused = statement.execute(sql);
        }
    }
}
