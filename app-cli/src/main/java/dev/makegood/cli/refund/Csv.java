package dev.makegood.cli.refund;

import java.util.ArrayList;
import java.util.List;

/** One line of a CSV list: cells between commas, in quotes where they hold a comma (RFC 4180). */
final class Csv {

    private Csv() {}

    static List<String> parseLine(String line) {
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
        return cells;
    }
}
