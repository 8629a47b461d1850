package dev.makegood.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.server.settings.Settings;
import dev.makegood.server.settings.Sources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningTest {

    private final List<List<String>> settings = Pages.page("docs/running.md").table("setting");

    @Test
    void the_table_of_settings_names_all_of_them_and_no_other() {
        assertThat(settings).extracting(List::getFirst)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Settings.names());
    }

    /** What stands there in one word that is no "none" can be set, and then changes nothing. */
    @Test
    void what_is_said_to_be_so_if_not_set_is_so() {
        var usual = settings.stream()
                .filter(row -> row.get(1).matches("[a-z0-9.]+") && !row.get(1).equals("none"))
                .collect(toMap(List::getFirst, row -> row.get(1)));

        assertThat(usual).hasSizeGreaterThan(15);
        assertThat(Settings.read(Sources.of(Map.of(), usual)))
                .isEqualTo(Settings.read(Sources.of(Map.of(), Map.of())));
    }
}
