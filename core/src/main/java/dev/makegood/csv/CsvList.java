package dev.makegood.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list with the names of its columns in the first line and an entry in each other one (RFC 4180, without
 * line breaks within a cell); empty lines count, and mean nothing.
 *
 * <p>All of it is read before any of it is used: {@code problems} has what is wrong, a line each.
 */
public record CsvList(List<CsvEntry> entries, List<LineProblem> problems) {

    /** What spreadsheets put before a text in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public CsvList {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** One line: its cells by the names of their columns; a column that the list lacks is empty. */
    public record CsvEntry(int line, Map<String, String> cells) {

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Reads a list that has the required columns, perhaps the optional ones, and no others. */
    public static CsvList read(String text, Set<String> required, Set<String> optional) {
        var lines = text.split("\r\n|\n|\r", -1);
        var header = CsvLine.parse(lines[0].startsWith(BYTE_ORDER_MARK) ? lines[0].substring(1)
                : lines[0]).cells();
        return isHeader(header, required, optional)
                ? readEntries(lines, header)
                : new CsvList(List.of(), List.of(new LineProblem(1, "must name the columns "
                        + String.join(",", sorted(required))
                        + (optional.isEmpty() ? ""
                                : ", and may name " + String.join(",", sorted(optional))))));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static boolean isHeader(
            List<String> header, Set<String> required, Set<String> optional) {
        var names = new HashSet<>(header);
        return names.size() == header.size()
                && names.containsAll(required)
                && names.stream()
                        .allMatch(name -> required.contains(name)
                                || optional.contains(name));
    }

    private static CsvList readEntries(String[] lines, List<String> header) {
        var entries = new ArrayList<CsvEntry>();
        var problems = new ArrayList<LineProblem>();
        for (int at = 1; at < lines.length; at++) {
            var line = CsvLine.parse(lines[at]);
            if (line.hasControlCharacter()) {
                problems.add(new LineProblem(at + 1, "has a control character"));
            } else if (line.isOpen()) {
                problems.add(new LineProblem(at + 1, "a quote is not closed"));
            } else if (!line.isBlank() && line.cells().size() != header.size()) {
                problems.add(new LineProblem(at + 1, "expected " + header.size()
                        + " columns, found " + line.cells().size() + " (quote a comma)"));
            } else if (!line.isBlank()) {
                entries.add(entry(at + 1, header, line.cells()));
            }
        }
        return new CsvList(entries, problems);
    }

    private static CsvEntry entry(int line, List<String> header, List<String> cells) {
        var byName = new HashMap<String, String>();
        for (int column = 0; column < header.size(); column++) {
            byName.put(header.get(column), cells.get(column));
        }
        return new CsvEntry(line, Map.copyOf(byName));
    }
}
