package dev.makegood.persistence;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Sends statements to the database together, and reads their answers together: one round trip, whatever their number. Each
 * sees what those before it did, and waited for.
 */
record RoundTrip(DSLContext dsl) {

    void run(List<? extends SqlStatement> statements) {
        if (!statements.isEmpty()) {
            statements.forEach(statement -> JooqConfiguration.watch(dsl.configuration(),
                    statement));
            dsl.connection(connection -> send(connection, statements));
        }
    }

    private static void send(Connection connection, List<? extends SqlStatement> statements) {
        var sql = statements.stream().map(SqlStatement::sql).collect(joining("; "));
        try (var prepared = connection.prepareStatement(sql)) {
            bind(prepared, statements);
            var unused = prepared.execute();
            for (var statement : statements) {
                statement.read(prepared);
                var unusedToo = prepared.getMoreResults();
            }
        } catch (SQLException e) {
            throw DatabaseErrors.of(e);
        }
    }

    private static void bind(PreparedStatement prepared, List<? extends SqlStatement> statements)
            throws SQLException {
        int place = 0;
        for (var statement : statements) {
            for (var value : statement.values()) {
                prepared.setObject(++place, value, Types.OTHER);
            }
        }
    }
}
