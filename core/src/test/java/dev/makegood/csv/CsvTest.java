package dev.makegood.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static CsvList read(String text) {
        return CsvList.read(text, Set.of("a", "b"), Set.of("c"));
    }

    @Test
    void a_list_is_read_as_spreadsheets_write_it() {
        var list = read("\uFEFFb,a\r\n1,\"x, \"\"y\"\"\"\r\n\r\n 2 ,z\r\n");

        assertThat(list.problems()).isEmpty();
        assertThat(list.entries()).containsExactly(
                new CsvList.CsvEntry(2, Map.of("b", "1", "a", "x, \"y\"")),
                new CsvList.CsvEntry(4, Map.of("b", "2", "a", "z")));
        assertThat(list.entries().getFirst().cell("c")).isEmpty();
    }

    @Test
    void every_line_that_is_wrong_is_named() {
        assertThat(read("a,b\n1\n1,2\n1,2,3\n1,\"2\n1,\u0000\n").problems())
                .extracting(LineProblem::toString)
                .containsExactly("line 2: expected 2 columns, found 1 (quote a comma)",
                        "line 4: expected 2 columns, found 3 (quote a comma)",
                        "line 5: a quote is not closed", "line 6: has a control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a,b,d", "a,b,a", "1,2", "A,B"})
    void a_list_without_its_header_is_none(String text) {
        assertThat(read(text).problems()).hasSize(1)
                .first()
                .hasToString("line 1: must name the columns a,b, and may name c");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {"=1+1, '=1+1", "+1, '+1", "@x, '@x", "-x, '-x",
            "-5, -5", "5, 5", "-5.25, -5.25", "1-2, 1-2", "say, say"})
    void a_formula_is_made_harmless_and_a_number_stays_one(String text, String written) {
        assertThat(CsvRow.of(text, 1)).isEqualTo(written + ",1\r\n");
    }

    @Test
    void a_tab_is_a_character_of_a_text_and_a_line_of_blanks_says_nothing() {
        var list = read("a,b\nx\ty,\"\"\"q\"\"\"\n \t\n");

        assertThat(list.problems()).isEmpty();
        assertThat(list.entries()).containsExactly(
                new CsvList.CsvEntry(2, Map.of("a", "x\ty", "b", "\"q\"")));
    }

    @Test
    void a_list_that_may_have_no_other_column_says_so_in_fewer_words() {
        assertThat(CsvList.read("x", Set.of("a"), Set.of()).problems()).singleElement()
                .hasToString("line 1: must name the columns a");
    }

    @Test
    void each_character_that_would_end_a_cell_is_quoted_by_itself() {
        assertThat(CsvRow.of("a\rb", "c\nd")).isEqualTo("\"a\rb\",\"c\nd\"\r\n");
    }

    @Test
    void what_would_end_a_cell_is_quoted() {
        assertThat(CsvRow.of("a,b", "say \"hi\"", "two\nlines", "=A1,\"x\"", null, ""))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"'=A1,\"\"x\"\"\",,\r\n");
    }
}
