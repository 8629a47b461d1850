package dev.makegood.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows for people: columns as wide as they must be, numbers to the right. */
public final class Table {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");
    private static final String COLUMN_GAP = "  ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> header) {
        this.header = header;
    }

    public static Table of(String... header) {
        return new Table(List.of(header));
    }

    public void addRow(Object... cells) {
        rows.add(List.of(cells)
                .stream()
                .map(cell -> TerminalText.sanitize(cell.toString()))
                .toList());
    }

    /** The rows, or one line that there are none. */
    public List<String> lines() {
        if (rows.isEmpty()) {
            return List.of("(none)");
        }
        var columns = IntStream.range(0, header.size())
                .mapToObj(column -> new Column(width(column), isNumeric(column)))
                .toList();
        return Stream.concat(Stream.of(header), rows.stream())
                .map(cells -> formatLine(cells, columns))
                .toList();
    }

    private static String formatLine(List<String> cells, List<Column> columns) {
        return IntStream.range(0, cells.size())
                .mapToObj(at -> columns.get(at).format(cells.get(at)))
                .collect(Collectors.joining(COLUMN_GAP))
                .stripTrailing();
    }

    private record Column(int width, boolean isNumeric) {

        String format(String text) {
            var space = " ".repeat(width - length(text));
            return isNumeric ? space + text : text + space;
        }
    }

    private int width(int column) {
        return Math.max(length(header.get(column)),
                rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
    }

    private boolean isNumeric(int column) {
        return rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
