package dev.makegood.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * One line: cells between commas, in quotes where they hold a comma or a quote (RFC 4180).
 *
 * @param isOpen whether a quote was not closed
 */
public record CsvLine(String text, List<String> cells, boolean isOpen) {

    public CsvLine {
        cells = List.copyOf(cells);
    }

    public static CsvLine parse(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quoted && c == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return new CsvLine(line, cells, quoted);
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    /** Tells whether it has a character that no text has, such as NUL. */
    public boolean hasControlCharacter() {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t');
    }
}
