package dev.makegood.cli.list;

import java.util.List;

/**
 * One line of a list.
 *
 * @param lineNumber as an editor counts, from 1
 */
public record ListRow(int lineNumber, List<String> columns, List<String> cells) {

    public ListRow {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /** The text under a column; empty if the list has no such column. */
    public String cell(String column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : cells.get(at);
    }
}
