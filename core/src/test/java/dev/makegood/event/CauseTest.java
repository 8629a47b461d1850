package dev.makegood.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CauseTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003", "two\nlines", "a\rb", "a\tb", "a\u0085b", "a\u007fb",
            "a\u009bb",
            "a\u2028b", "a\u2029b", "a\u0000b", "a\ud800b", "paid\u202Eton", "a\u2066b",
            "a\u2069b"})
    void a_reason_that_does_not_stand_in_a_line_as_it_reads_is_refused(String reason) {
        assertThat(Cause.findReasonProblem(reason)).isPresent();
    }

    @Test
    void a_reason_has_as_many_characters_as_a_reader_counts() {
        var longest = "🐈".repeat(500);

        assertThat(Cause.findReasonProblem(longest)).isEmpty();
        assertThat(new Cause("operator:ada", longest).reason()).isEqualTo(longest);
        assertThat(Cause.findReasonProblem(longest + "!")).isPresent();
        assertThatThrownBy(() -> new Cause("operator:ada", longest + "!"))
                .hasMessageContaining("at most 500 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it failed twice", "Кот 🐈", "שלום\u200f!", "👨\u200d👩\u200d👧", "a"})
    void any_other_line_is_a_reason(String reason) {
        assertThat(Cause.findReasonProblem(reason)).isEmpty();
    }
}
