package dev.makegood.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");

    @Test
    void every_test_that_is_named_exists() {
        var named = TEST.matcher(Pages.page("docs/reliability.md").text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(Pages.testClasses()).containsAll(named);
    }
}
