package dev.makegood.persistence;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T29 on books of which events were cut: all of it is found as before, and some more. */
class ArchivedTamperingTest extends TamperingTestBase {

    private static final TestDatabaseBooks BOOKS = TestDatabaseBooks.open(TamperedBooks::archived);

    @Override
    TestDatabaseBooks books() {
        return BOOKS;
    }

    static Stream<Tampering> tamperings() {
        return Stream.concat(Tamperings.ALL.stream(), Tamperings.OF_ARCHIVED.stream());
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void tampering_is_found_by_what_the_page_says(Tampering tampering) throws SQLException {
        expectFound(tampering);
    }
}
