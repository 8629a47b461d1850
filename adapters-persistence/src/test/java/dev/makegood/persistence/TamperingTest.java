package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T29 on books since the first event. */
class TamperingTest extends TamperingTestBase {

    private static final TestDatabaseBooks BOOKS =
            TestDatabaseBooks.open((store, owner) -> new TamperedBooks(store));

    @Override
    TestDatabaseBooks books() {
        return BOOKS;
    }

    static Stream<Tampering> tamperings() {
        return Tamperings.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void tampering_is_found_by_what_the_page_says(Tampering tampering) throws SQLException {
        expectFound(tampering);
    }

    @Test
    void the_page_says_of_each_what_finds_it() throws IOException {
        var rows = Files.readAllLines(Path.of("../docs/reliability.md"))
                .stream()
                .filter(line -> line
                        .matches("\\| [^|]+ \\| (`verify`|`verify --anchor`|nothing) \\|"))
                .toList();

        assertThat(rows).containsExactlyElementsOf(
                Stream.concat(Tamperings.ALL.stream(), Tamperings.OF_ARCHIVED.stream())
                        .map(Tampering::row)
                        .toList());
        assertThat(rows).hasSizeGreaterThan(30);
    }

    static CustomerId idOf(TamperedBooks books, String who) {
        return who.equals("ada") ? books.ada : who.equals("bob") ? books.bob : books.eve;
    }
}
