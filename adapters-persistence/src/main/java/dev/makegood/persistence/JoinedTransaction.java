package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.JooqUnit.UnitResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * The transaction of a host, on the connection it brought: never committed here, and nothing that failed is repeated.
 *
 * <p>A unit that throws is rolled back to its savepoint, so that the host may catch and go on. Only one that lost a name
 * to another is run once more.
 */
record JoinedTransaction(Connection connection, JooqConfiguration jooqConfiguration)
        implements Transactions {

    @Override
    public <R> UnitResult<R> runUnit(
            CustomerId customer, BiFunction<DSLContext, LockMode, UnitResult<R>> statements) {
        try {
            checkTransaction();
            return runOnceMoreIfStale(dsl -> statements.apply(dsl, LockMode.WAIT));
        } catch (CustomerLocked e) {
            throw e.refusal();
        } catch (SQLException e) {
            throw DatabaseErrors.translate(DatabaseErrors.of(e));
        }
    }

    /** Who loses a name to a unit that committed in between sees its owner the second time. */
    private <R> UnitResult<R> runOnceMoreIfStale(Function<DSLContext, UnitResult<R>> statements)
            throws SQLException {
        try {
            return runFrom(connection.setSavepoint(), statements);
        } catch (StaleUnit stale) {
            return runFrom(connection.setSavepoint(), statements);
        }
    }

    private <R> UnitResult<R> runFrom(
            Savepoint savepoint, Function<DSLContext, UnitResult<R>> statements)
            throws SQLException {
        try {
            var unitResult = execute(statements);
            finish(savepoint, unitResult.mustCommit());
            return unitResult;
        } catch (RuntimeException | Error e) {
            rollBack(savepoint, e);
            throw e;
        }
    }

    private void rollBack(Savepoint savepoint, Throwable error) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
    }

    private void finish(Savepoint savepoint, boolean mustKeep) throws SQLException {
        if (mustKeep) {
            connection.releaseSavepoint(savepoint);
        } else {
            connection.rollback(savepoint);
        }
    }

    /** What is decided under a lock must be read after the lock: only read committed does that. */
    private void checkTransaction() throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException(
                    "there is no transaction to join: autocommit is on; switch it"
                            + " off first");
        }
        int isolation = connection.getTransactionIsolation();
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            throw new IllegalStateException("a transaction must be read committed to be joined;"
                    + " the isolation level of this one is " + isolation);
        }
    }

    @Override
    public <R> R execute(Function<DSLContext, R> statement) {
        try {
            return statement.apply(jooqConfiguration.on(connection));
        } catch (RuntimeException e) {
            throw DatabaseErrors.translate(e);
        }
    }

    @Override
    public <R> R executeOnce(Function<DSLContext, R> statement) {
        return execute(statement);
    }

    /** As the host's transaction sees it: one moment for each statement. */
    @Override
    public <R> R readSnapshot(Function<DSLContext, R> statements) {
        return execute(statements);
    }

    @Override
    public boolean isJoined() {
        return true;
    }
}
