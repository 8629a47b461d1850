package dev.makegood.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocPagesTest {

    /** Folders of one machine; a page that is true everywhere names none. */
    private static final Pattern MACHINE_FOLDER =
            Pattern.compile("(?<![\\w./-])/(home|Users|root|tmp|mnt|work)/");

    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|TBD|XXX)\\b");

    static List<DocPage> pages() {
        return DocPages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_somewhere(DocPage docPage) {
        assertThat(docPage.links()).filteredOn(link -> !isElsewhere(link))
                .allSatisfy(link -> assertThat(leadsSomewhere(docPage, link)).as(link).isTrue());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_names_a_machine_or_is_unfinished(DocPage docPage) {
        assertThat(docPage.text()).doesNotContainPattern(MACHINE_FOLDER)
                .doesNotContainPattern(UNFINISHED)
                .doesNotContain(DocPages.root().toString(), System.getProperty("user.home") + "/");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_example_in_java_is_cut_out_of_a_test(DocPage docPage) {
        assertThat(Snippets.unnamedBlocks(docPage)).isEmpty();
        assertThat(Snippets.inSources()).containsAllEntriesOf(Snippets.on(docPage));
    }

    private static boolean isElsewhere(String link) {
        return Stream.of("https:", "mailto:").anyMatch(link::startsWith);
    }

    private static boolean leadsSomewhere(DocPage from, String link) {
        var uri = URI.create(link);
        if (uri.getPath().isEmpty()) {
            return from.anchors().contains(uri.getFragment());
        }
        var target = from.path().resolveSibling(uri.getPath()).normalize();
        return Files.exists(target)
                && (uri.getFragment() == null
                        || new DocPage(target, DocPages.read(target)).anchors()
                                .contains(uri.getFragment()));
    }
}
