package dev.makegood.httpclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

    private static final String SECRET = "sk_live_0123456789";

    @Test
    void a_secret_that_stands_where_the_text_is_cut_leaves_no_half() {
        var words = "x".repeat(95) + SECRET;

        for (int charactersMax = 95; charactersMax < words.length(); charactersMax++) {
            assertThat(ErrorText.of(words, text -> text.replace(SECRET, "***"), charactersMax))
                    .doesNotContain("sk_")
                    .hasSizeLessThanOrEqualTo(charactersMax);
        }
    }

    @Test
    void what_would_begin_another_line_or_move_a_cursor_is_a_blank() {
        assertThat(shown(" a\r\n\tb\u0000c\u001B[2Jd\u0085e\u2028f\u2029g\u007F "))
                .isEqualTo("a b c [2Jd e f g");
    }

    @Test
    void a_character_of_two_halves_is_kept_whole_or_not_at_all() {
        assertThat(ErrorText.of("ab\uD83D\uDE00", UnaryOperator.identity(), 3)).isEqualTo("ab");
        assertThat(ErrorText.of("ab\uD83D\uDE00", UnaryOperator.identity(), 4))
                .isEqualTo("ab\uD83D\uDE00");
    }

    private static String shown(String words) {
        return ErrorText.of(words, UnaryOperator.identity(), 100);
    }
}
