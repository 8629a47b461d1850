package dev.makegood.docs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The examples of the pages, cut out of the tests that run them.
 *
 * <p>In the source {@code // snippet: name} begins one and {@code // end} ends it; on the page
 * {@code <!-- snippet: name -->} stands in the line before the block.
 */
final class Snippets {

    private static final Pattern IN_SOURCE =
            Pattern.compile("^ *// snippet: (\\S+)\\n(.*?)^ *// end$",
                    Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ON_PAGE =
            Pattern.compile("^<!-- snippet: (\\S+) -->\\n```java\\n(.*?)^```$",
                    Pattern.MULTILINE | Pattern.DOTALL);

    private Snippets() {}

    /** Every snippet in our tests, by name, moved to the left edge. */
    static Map<String, String> inSources() {
        var snippets = new TreeMap<String, String>();
        Pages.files(".java")
                .stream()
                .filter(path -> path.toString().contains("/docs/src/test/"))
                .map(Pages::read)
                .forEach(source -> snippets.putAll(cut(IN_SOURCE, source)));
        return snippets;
    }

    /** Every snippet that a page shows, by name. */
    static Map<String, String> on(Page page) {
        return cut(ON_PAGE, page.text());
    }

    /** The Java on a page that names no snippet, and so may be wrong. */
    static List<String> nameless(Page page) {
        var named = on(page).values();
        return page.blocks("java").stream().filter(block -> !named.contains(block)).toList();
    }

    private static Map<String, String> cut(Pattern pattern, String text) {
        var snippets = new TreeMap<String, String>();
        pattern.matcher(text)
                .results()
                .forEach(found -> snippets.put(found.group(1), atTheEdge(found.group(2))));
        return snippets;
    }

    private static String atTheEdge(String lines) {
        return lines.stripTrailing().stripIndent() + "\n";
    }
}
