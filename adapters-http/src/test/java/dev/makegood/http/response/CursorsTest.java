package dev.makegood.http.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 20, Long.MAX_VALUE})
    void a_sequence_number_comes_back_as_it_was(long sequence) {
        assertThat(Cursors.sequence(Cursors.of(sequence))).isEqualTo(sequence);
    }

    @Test
    void a_cursor_with_any_character_changed_is_refused() {
        var cursor = Cursors.of(42);
        for (int i = 0; i < cursor.length(); i++) {
            var other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            var changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> Cursors.sequence(changed))
                    .isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> Cursors.sequence(cursor + "A"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursors.sequence(cursor + "="))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursors.projectPlace(cursor)).isInstanceOf(ProblemException.class);
    }

    @Test
    void no_cursor_is_the_beginning() {
        assertThat(Cursors.sequence(null)).isNull();
        assertThat(Cursors.projectPlace(null)).isNull();
    }
}
