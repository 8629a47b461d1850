package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.anchor.Anchors;
import dev.makegood.audit.Audit;
import dev.makegood.audit.Violation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** T29: the books are changed by SQL, by one who may write to every table, and then verified. */
abstract class TamperingTestBase {

    /** Those that are tampered with; each change is rolled back. */
    abstract TestDatabaseBooks books();

    @Test
    void nothing_is_found_where_nothing_was_tampered_with() throws SQLException {
        try (var connection = books().connect()) {
            assertThat(byVerify(connection)).isEmpty();
            assertThat(byAnchor(connection)).isEmpty();
        }
    }

    final void expectFound(Tampering tampering) throws SQLException {
        try (var connection = books().connect()) {
            tampering.on(connection, books().books());
            var byVerify = byVerify(connection);
            var byAnchor = byAnchor(connection);

            assertThat(found(byVerify, byAnchor)).as(byVerify + " " + byAnchor)
                    .isEqualTo(tampering.foundBy());
            connection.rollback();
        }
    }

    private static Tampering.FoundBy found(List<Violation> byVerify, List<Violation> byAnchor) {
        if (!byVerify.isEmpty()) {
            return Tampering.FoundBy.VERIFY;
        }
        return byAnchor.isEmpty() ? Tampering.FoundBy.NOTHING : Tampering.FoundBy.ANCHOR;
    }

    private static List<Violation> byVerify(Connection connection) {
        var found = new ArrayList<Violation>();
        var summary = Audit.of(JooqStore.joining(connection).archive()).checkAll(found::add);
        assertThat(summary.violations()).isEqualTo(found.size());
        return found;
    }

    private List<Violation> byAnchor(Connection connection) {
        var found = new ArrayList<Violation>();
        Anchors.of(JooqStore.joining(connection).archive())
                .compare(books().books().anchor.iterator(), found::add);
        return found;
    }

    /** The database, opened once. */
    record TestDatabaseBooks(DataSource owner, TamperedBooks books) {

        static TestDatabaseBooks open(BiFunction<JooqStore, DataSource, TamperedBooks> books) {
            var database = TestDatabases.migrated();
            return new TestDatabaseBooks(database.asOwner(),
                    books.apply(TestDatabases.store(database), database.asOwner()));
        }

        /** Foreign keys are not in the way of one who owns the database. */
        Connection connect() throws SQLException {
            var connection = owner.getConnection();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local session_replication_role = replica");
            }
            return connection;
        }
    }
}
