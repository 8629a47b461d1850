package dev.makegood.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostnameTest {

    private static final String LABEL_63 = "a".repeat(63);
    private static final String NAME_253 =
            String.join(".", LABEL_63, LABEL_63, LABEL_63, "a".repeat(61));

    @Test
    void a_name_is_read_in_any_case() {
        assertThat(Hostname.parse(" Shop.Example ")).contains(new Hostname("shop.example"));
        assertThat(new Hostname("a-1.xn--p1ai")).hasToString("a-1.xn--p1ai");
        assertThat(Hostname.parse(NAME_253)).contains(new Hostname(NAME_253));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "127.0.0.1", "shop..example", "-a.example",
            "a-.example", "shop.example.", "shop_1.example", "[::1]"})
    void what_is_no_public_host_is_none(String text) {
        assertThat(Hostname.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Hostname(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_has_253_characters_at_most_and_63_between_its_dots() {
        assertThat(Hostname.parse("a" + LABEL_63 + ".example")).isEmpty();
        assertThat(Hostname.parse(NAME_253 + "a")).isEmpty();
        assertThatThrownBy(() -> new Hostname(NAME_253 + "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
