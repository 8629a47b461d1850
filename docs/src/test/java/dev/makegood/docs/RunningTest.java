package dev.makegood.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningTest {

    private final List<List<String>> settings = DocPages.page("docs/running.md").table("setting");

    @Test
    void the_table_of_settings_names_all_of_them_and_no_other() {
        assertThat(settings).extracting(List::getFirst)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Settings.names());
    }

    /** A default that is one word other than "none" can be set, and then changes nothing. */
    @Test
    void the_defaults_on_the_page_are_those_of_the_code() {
        var defaults = settings.stream()
                .filter(row -> row.get(1).matches("[a-z0-9.]+") && !row.get(1).equals("none"))
                .collect(toMap(List::getFirst, row -> row.get(1)));

        assertThat(defaults).hasSizeGreaterThan(15);
        assertThat(Settings.read(SettingSources.of(Map.of(), defaults)))
                .isEqualTo(Settings.read(SettingSources.of(Map.of(), Map.of())));
    }
}
