package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.JooqUnit.UnitResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.DSLContext;

/** Transactions that begin and end with the unit, each on a connection of its own for as long. */
record OwnTransactions(Connections units, Connections reads, CustomerQueue queue,
        LockWaits lockWaits, JooqConfiguration jooqConfiguration, RetryPolicy retryPolicy,
        SessionTimeouts sessionTimeouts)
        implements Transactions {

    private static final String SNAPSHOT_ISOLATION =
            "set transaction isolation level repeatable read, read only";

    @Override
    public <R> UnitResult<R> runUnit(
            CustomerId customer, BiFunction<DSLContext, LockMode, UnitResult<R>> statements) {
        return queue.run(customer, () -> lockWaits.run(mode -> retryPolicy.run(
                () -> units.use(connection -> inTransaction(connection,
                        dsl -> statements.apply(dsl, mode), UnitResult::mustCommit)))));
    }

    @Override
    public <R> R execute(Function<DSLContext, R> statement) {
        return retryPolicy.run(() -> executeNow(statement));
    }

    @Override
    public <R> R executeOnce(Function<DSLContext, R> statement) {
        return retryPolicy.once().run(() -> executeNow(statement));
    }

    private <R> R executeNow(Function<DSLContext, R> statement) {
        return reads.use(connection -> {
            setAutoCommit(connection, true);
            return sessionTimeouts.areSetFor(connection)
                    ? statement.apply(jooqConfiguration.on(connection))
                    : inTransaction(connection, statement, answer -> true);
        });
    }

    @Override
    public <R> R readSnapshot(Function<DSLContext, R> statements) {
        return retryPolicy
                .run(() -> reads.use(connection -> inTransaction(connection, dsl -> {
                    dsl.execute(SNAPSHOT_ISOLATION);
                    return statements.apply(dsl);
                }, answer -> false)));
    }

    /** The same, with other connections for what is done beside units. */
    OwnTransactions readingFrom(Connections source) {
        return new OwnTransactions(units, source, queue, lockWaits, jooqConfiguration, retryPolicy,
                sessionTimeouts);
    }

    @Override
    public Duration expectedUnitWait() {
        return units.expectedWait();
    }

    @Override
    public Duration expectedReadWait() {
        return reads.expectedWait();
    }

    @Override
    public boolean isJoined() {
        return false;
    }

    /** Set before each use: not every pool resets its connections. */
    private static void setAutoCommit(Connection connection, boolean autoCommit) {
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            throw DatabaseErrors.of(e);
        }
    }

    private <R> R inTransaction(
            Connection connection, Function<DSLContext, R> statements,
            Predicate<R> mustCommit) {
        setAutoCommit(connection, false);
        try {
            sessionTimeouts.apply(connection);
            var answer = statements.apply(jooqConfiguration.on(connection));
            commitOrRollBack(connection, mustCommit.test(answer));
            return answer;
        } catch (RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void commitOrRollBack(Connection connection, boolean mustCommit) {
        try {
            if (mustCommit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw DatabaseErrors.of(e);
        }
    }

    private static void rollBack(Connection connection, Throwable error) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
    }
}
