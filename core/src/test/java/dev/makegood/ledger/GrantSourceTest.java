package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantSourceTest {

    @ParameterizedTest
    @EnumSource
    void a_label_is_read_as_its_source(GrantSource source) {
        assertThat(GrantSource.of(source.label())).contains(source);
    }

    @Test
    void there_is_no_source_of_another_label() {
        assertThat(GrantSource.of("gift")).isEmpty();
    }
}
