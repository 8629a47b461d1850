package dev.makegood.docs;

import java.util.Collections;
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

    private static final Map<String, String> IN_SOURCES = cutAll();

    private Snippets() {}

    /** Every snippet in our tests and examples, by name, moved to the left edge. */
    static Map<String, String> inSources() {
        return IN_SOURCES;
    }

    private static Map<String, String> cutAll() {
        var snippets = new TreeMap<String, String>();
        DocPages.files(".java")
                .stream()
                .filter(path -> isRun(path.toString()))
                .map(DocPages::read)
                .forEach(source -> snippets.putAll(cut(IN_SOURCE, source)));
        return Collections.unmodifiableMap(snippets);
    }

    /** By our tests, or as an example of a host. */
    private static boolean isRun(String source) {
        return source.contains("/docs/src/test/") || source.contains("/examples/");
    }

    /** Every snippet that a page shows, by name. */
    static Map<String, String> on(DocPage docPage) {
        return cut(ON_PAGE, docPage.text());
    }

    /** The Java on a page that names no snippet, and so may be wrong. */
    static List<String> unnamedBlocks(DocPage docPage) {
        var named = on(docPage).values();
        return docPage.blocks("java").stream().filter(block -> !named.contains(block)).toList();
    }

    private static Map<String, String> cut(Pattern pattern, String text) {
        var snippets = new TreeMap<String, String>();
        pattern.matcher(text)
                .results()
                .forEach(found -> snippets.put(found.group(1), unindent(found.group(2))));
        return snippets;
    }

    private static String unindent(String lines) {
        return lines.stripTrailing().stripIndent() + "\n";
    }
}
