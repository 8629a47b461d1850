package dev.makegood.docs;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, in Markdown. */
record DocPage(Path path, String text) {

    private static final Pattern FENCED =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+)$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    /** The blocks in this language, as they stand between their fences. */
    List<String> blocks(String language) {
        return FENCED.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The rows of the table whose first heading is this, cell by cell, without code marks. */
    List<List<String>> table(String firstHeading) {
        var rows = text.lines()
                .dropWhile(line -> !line.startsWith("| " + firstHeading + " |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(DocPage::cells)
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no table of " + firstHeading + " in " + path);
        }
        return rows;
    }

    private static List<String> cells(String row) {
        return Stream.of(row.substring(1).split("(?<!\\\\)\\|"))
                .map(cell -> cell.replace("`", "").replace("\\|", "|").strip())
                .toList();
    }

    /** The targets of its links, without those in examples. */
    List<String> links() {
        return all(LINK, prose()).map(link -> link.group(1)).toList();
    }

    /** What a link may name after its {@code #}. */
    Set<String> anchors() {
        return all(HEADING, prose()).map(heading -> anchor(heading.group(1))).collect(toSet());
    }

    private String prose() {
        return FENCED.matcher(text).replaceAll("");
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** As the sites that render Markdown make them. */
    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    @Override
    public String toString() {
        return DocPages.root().relativize(path).toString();
    }
}
