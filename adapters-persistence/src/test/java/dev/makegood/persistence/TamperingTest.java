package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.anchor.Anchors;
import dev.makegood.audit.Audit;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T29: the books are changed by SQL, by one who may write to every table, and then verified. */
class TamperingTest {

    private static final TestDatabaseBooks BOOKS = TestDatabaseBooks.open();

    static Stream<Tampering> tamperings() {
        return Tamperings.ALL.stream();
    }

    @Test
    void nothing_is_found_where_nothing_was_tampered_with() throws SQLException {
        try (var connection = BOOKS.connect()) {
            assertThat(byVerify(connection)).isEmpty();
            assertThat(byAnchor(connection)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void tampering_is_found_by_what_the_page_says(Tampering tampering) throws SQLException {
        try (var connection = BOOKS.connect()) {
            tampering.on(connection, BOOKS.books());
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

    private static List<Violation> byAnchor(Connection connection) {
        var found = new ArrayList<Violation>();
        Anchors.of(JooqStore.joining(connection).archive())
                .compare(BOOKS.books().anchor.iterator(), found::add);
        return found;
    }

    @Test
    void the_page_says_of_each_what_finds_it() throws IOException {
        var rows = Files.readAllLines(Path.of("../docs/reliability.md"))
                .stream()
                .filter(line -> line
                        .matches("\\| [^|]+ \\| (`verify`|`verify --anchor`|nothing) \\|"))
                .toList();

        assertThat(rows).containsExactlyElementsOf(
                Tamperings.ALL.stream().map(Tampering::row).toList());
        assertThat(rows).hasSizeGreaterThan(30);
    }

    /** The database, opened once. */
    private record TestDatabaseBooks(DataSource owner, TamperedBooks books) {

        static TestDatabaseBooks open() {
            var database = TestDatabases.migrated();
            return new TestDatabaseBooks(database.asOwner(),
                    new TamperedBooks(TestDatabases.store(database)));
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

    static CustomerId idOf(TamperedBooks books, String who) {
        return who.equals("ada") ? books.ada : who.equals("bob") ? books.bob : books.eve;
    }
}
