package dev.makegood.cli.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of a CSV list: cells between commas, in quotes where they hold a comma (RFC 4180). */
final class Csv {

    private Csv() {}

    /** The cells; empty if a quote is not closed. */
    static Optional<List<String>> parseLine(String line) {
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
        return quoted ? Optional.empty() : Optional.of(cells);
    }
}
