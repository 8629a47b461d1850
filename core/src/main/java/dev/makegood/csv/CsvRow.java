package dev.makegood.csv;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line of a list for spreadsheets.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
 */
public final class CsvRow {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    private CsvRow() {}

    /** The line of these cells, with its end; null is an empty cell. */
    public static String of(@Nullable Object... cells) {
        return Stream.of(cells).map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        var harmless = isFormula(text) ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
