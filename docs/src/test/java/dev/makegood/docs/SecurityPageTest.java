package dev.makegood.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code SECURITY.md} says of the libraries inside the embedded PostgreSQL. */
class SecurityPageTest {

    private static final String LICENCES = "embedded-postgres/src/main/resources/META-INF/licenses";

    /** The ways in SQL into libxml2, libxslt, ICU, OSSP uuid and OpenSSL's ciphers. */
    private static final Pattern BUNDLED_LIBRARY = Pattern.compile("(?i)create extension"
            + "|\\bpgcrypto\\b|\\bpgp_(sym|pub)_|\\bgen_salt\\(|\\bsslinfo\\b|\\bdblink|postgres_fdw"
            + "|\\bxml(parse|element|forest|agg|table|serialize|exists)\\b|::xml\\b|\\bxpath(_exists)?\\("
            + "|query_to_xml|table_to_xml|\\bxslt_process|uuid_generate_v|uuid-ossp|-x-icu"
            + "|provider\\s*=\\s*'?icu|create collation|\\bpl(perl|python|tcl)");

    @Test
    void the_parts_are_those_whose_licences_are_shipped() {
        var shipped = licences().stream()
                .map(SecurityPageTest::nameAndFiles);

        assertThat(DocPages.page("SECURITY.md").table("part")).extracting(row -> row.subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(shipped.toList());
    }

    @Test
    void the_notice_names_each_part() {
        var notice = DocPages.read(DocPages.root().resolve("NOTICE"));

        assertThat(licences()).isNotEmpty()
                .allSatisfy(text -> assertThat(notice).contains(nameAndFiles(text).getFirst()));
    }

    @Test
    void no_sql_of_ours_calls_what_is_said_to_be_out_of_reach() {
        var sources = Stream.of(".sql", ".java")
                .flatMap(ending -> DocPages.files(ending).stream())
                .filter(path -> path.toString().contains("/src/main/"))
                .toList();

        assertThat(sources).hasSizeGreaterThan(100)
                .allSatisfy(path -> assertThat(DocPages.read(path))
                        .as(path.toString())
                        .doesNotContainPattern(BUNDLED_LIBRARY));
    }

    private static List<String> licences() {
        return DocPages.files(".txt")
                .stream()
                .filter(path -> path.startsWith(DocPages.root().resolve(LICENCES)))
                .map(DocPages::read)
                .toList();
    }

    private static List<String> nameAndFiles(String licence) {
        return licence.lines().limit(2).map(line -> line.replaceFirst("\\w+: ", "")).toList();
    }
}
