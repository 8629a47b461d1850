package dev.makegood.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    private static final Pattern TEST = Pattern.compile("(?:`|-Dtest=)([A-Z]\\w+Test)\\b");

    @Test
    void every_test_that_is_named_exists() {
        for (var page : List.of("docs/reliability.md", "CONTRIBUTING.md", "SECURITY.md")) {
            var named = TEST.matcher(DocPages.page(page).text())
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();

            assertThat(named).as(page).isNotEmpty();
            assertThat(DocPages.testClasses()).containsAll(named);
        }
    }
}
