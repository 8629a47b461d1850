package dev.makegood.cli.list;

import dev.makegood.csv.CsvLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CSV list in UTF-8, at most 16 MB, whose first line names its columns.
 *
 * @param columns the choices for the first line
 */
public record ListFile(Path path, List<List<String>> columns) {

    private static final int BYTES_MAX = 16 * 1024 * 1024;

    /** What spreadsheets put before a text in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public ListFile {
        columns = List.copyOf(columns);
    }

    /** Every line that is not blank; what is wrong with a line goes to the problems. */
    public List<ListRow> read(ListProblems problems) {
        var lines = readText(path, problems).lines().toList();
        var header = header(lines)
                .orElseThrow(() -> problems.ofWhole("the first line of the list must be "
                        + String.join(" or ", columns.stream()
                                .map(one -> String.join(",", one))
                                .toList())));
        var rows = new ArrayList<ListRow>();
        for (int at = 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                toRow(at + 1, header, lines.get(at), problems).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private Optional<List<String>> header(List<String> lines) {
        return lines.stream()
                .findFirst()
                .map(CsvLine::parse)
                .filter(line -> !line.isOpen())
                .map(CsvLine::cells)
                .filter(columns::contains);
    }

    private static Optional<ListRow> toRow(
            int lineNumber, List<String> header, String line, ListProblems problems) {
        var parsed = CsvLine.parse(line);
        var cells = parsed.cells();
        if (parsed.isOpen()) {
            problems.add(lineNumber, "a quote is not closed");
        } else if (cells.size() != header.size()) {
            problems.add(lineNumber, "expected " + header.size() + " columns, found "
                    + cells.size() + " (quote a comma)");
        } else {
            return Optional.of(new ListRow(lineNumber, header, cells));
        }
        return Optional.empty();
    }

    /** The text of a list, without the mark that spreadsheets put before it. */
    public static String readText(Path path, ListProblems problems) {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw problems.ofWhole("the list is longer than 16 MB; split it");
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString().replaceFirst("^" + BYTE_ORDER_MARK, "");
        } catch (CharacterCodingException e) {
            throw problems.ofWhole("the list is not UTF-8; save it as CSV UTF-8");
        } catch (NoSuchFileException e) {
            throw problems.ofWhole("there is no file " + path);
        } catch (IOException e) {
            throw problems.ofWhole("the list cannot be read: " + e.getMessage());
        }
    }
}
