package dev.makegood.persistence;

import dev.makegood.persistence.JooqUnit.Done;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * The transaction of a host, on the connection it brought: never committed here, and nothing is repeated.
 *
 * <p>A unit that throws takes itself back, to where it began, so that the host may catch and go on.
 */
record JoinedTransaction(Connection connection, Dialect dialect) implements Transactions {

    @Override
    public <R> Done<R> unit(Function<DSLContext, Done<R>> statements) {
        try {
            check();
            return since(connection.setSavepoint(), statements);
        } catch (SQLException e) {
            throw Troubles.lastOf(Troubles.of(e));
        }
    }

    private <R> Done<R> since(Savepoint beginning, Function<DSLContext, Done<R>> statements)
            throws SQLException {
        try {
            var done = single(statements);
            end(beginning, done.isWorthKeeping());
            return done;
        } catch (RuntimeException | Error e) {
            end(beginning, false);
            throw e;
        }
    }

    private void end(Savepoint beginning, boolean isWorthKeeping) throws SQLException {
        if (isWorthKeeping) {
            connection.releaseSavepoint(beginning);
        } else {
            connection.rollback(beginning);
        }
    }

    /** What is decided under a lock must be read after the lock: only read committed does that. */
    private void check() throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("there is no transaction to join: autocommit is on");
        }
        int isolation = connection.getTransactionIsolation();
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            throw new IllegalStateException("only a transaction that is read committed can be"
                    + " joined, not one of isolation level " + isolation);
        }
    }

    @Override
    public <R> R single(Function<DSLContext, R> statement) {
        try {
            return statement.apply(dialect.on(connection));
        } catch (RuntimeException e) {
            throw Troubles.lastOf(e);
        }
    }

    /** As the host's transaction sees it: one moment for each statement. */
    @Override
    public <R> R snapshot(Function<DSLContext, R> statements) {
        return single(statements);
    }

    @Override
    public boolean isJoined() {
        return true;
    }
}
