package dev.makegood.persistence;

import dev.makegood.persistence.JooqUnit.Done;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** Transactions that begin and end with the unit, each on a connection of its own for as long. */
record OwnTransactions(DataSource source, Dialect dialect, Repeating repeating, Limits limits)
        implements Transactions {

    private static final String AS_OF_ONE_MOMENT =
            "set transaction isolation level repeatable read, read only";

    @Override
    public <R> Done<R> unit(Function<DSLContext, Done<R>> statements) {
        return repeating.run(() -> connected(
                connection -> transacted(connection, statements, Done::isWorthKeeping)));
    }

    @Override
    public <R> R single(Function<DSLContext, R> statement) {
        return repeating.run(() -> connected(connection -> {
            commitsEachStatement(connection, true);
            return limits.areSetFor(connection) ? statement.apply(dialect.on(connection))
                    : transacted(connection, statement, answer -> true);
        }));
    }

    @Override
    public <R> R snapshot(Function<DSLContext, R> statements) {
        return repeating.run(() -> connected(connection -> transacted(connection, dsl -> {
            dsl.execute(AS_OF_ONE_MOMENT);
            return statements.apply(dsl);
        }, answer -> false)));
    }

    @Override
    public boolean isJoined() {
        return false;
    }

    private <R> R connected(Function<Connection, R> use) {
        try (var connection = opened()) {
            return use.apply(connection);
        } catch (SQLException e) {
            throw Troubles.of(e);
        }
    }

    /** Whoever has connections has waited long enough already: this is not repeated. */
    private Connection opened() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw Troubles.unavailable(e);
        }
    }

    /** Settled before each use: not every pool gives connections back as it got them. */
    private static void commitsEachStatement(Connection connection, boolean each) {
        try {
            connection.setAutoCommit(each);
        } catch (SQLException e) {
            throw Troubles.of(e);
        }
    }

    private <R> R transacted(
            Connection connection, Function<DSLContext, R> statements,
            Predicate<R> isWorthKeeping) {
        commitsEachStatement(connection, false);
        try {
            limits.apply(connection);
            var answer = statements.apply(dialect.on(connection));
            end(connection, isWorthKeeping.test(answer));
            return answer;
        } catch (RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void end(Connection connection, boolean isWorthKeeping) {
        try {
            if (isWorthKeeping) {
                connection.commit();
            } else {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw Troubles.of(e);
        }
    }

    private static void rollBack(Connection connection, Throwable trouble) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            trouble.addSuppressed(e);
        }
    }
}
