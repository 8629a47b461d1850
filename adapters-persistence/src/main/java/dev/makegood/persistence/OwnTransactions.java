package dev.makegood.persistence;

import dev.makegood.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** Transactions that begin and end with the unit, each on a connection of its own for as long. */
record OwnTransactions(DataSource source, Dialect dialect, Repeating repeating, Limits limits)
        implements Transactions {

    private static final String AS_OF_ONE_MOMENT =
            "set transaction isolation level repeatable read, read only";

    @Override
    public <R> R unit(Function<DSLContext, R> statements) {
        return repeating.run(() -> connected(connection -> committed(connection, dsl -> {
            limits.apply(connection);
            return statements.apply(dsl);
        })));
    }

    @Override
    public <R> R single(Function<DSLContext, R> statement) {
        return repeating.run(() -> connected(connection -> {
            commitsEachStatement(connection, true);
            return statement.apply(dialect.on(connection));
        }));
    }

    @Override
    public <R> R snapshot(Function<DSLContext, R> statements) {
        return repeating.run(() -> connected(connection -> committed(connection, dsl -> {
            dsl.execute(AS_OF_ONE_MOMENT);
            return statements.apply(dsl);
        })));
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
            throw StoreUnavailable.outOfReach(e);
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

    private <R> R committed(Connection connection, Function<DSLContext, R> statements) {
        try {
            commitsEachStatement(connection, false);
            var answer = statements.apply(dialect.on(connection));
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw Troubles.of(e);
        } catch (RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
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
