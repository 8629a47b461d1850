package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {

    @Test
    void an_age_is_a_number_and_a_unit() {
        assertThat(Age.parse("45s")).contains(new Age(Duration.ofSeconds(45)));
        assertThat(Age.parse("90m")).contains(new Age(Duration.ofMinutes(90)));
        assertThat(Age.parse("24h")).contains(new Age(Duration.ofHours(24)));
        assertThat(Age.parse("7d")).contains(new Age(Duration.ofDays(7)));
        assertThat(Age.parse("99999d")).contains(new Age(Duration.ofDays(99_999)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "d", "0d", "-1d", "1.5h", "7 d", "7w", "100000d", "١d", "7D"})
    void anything_else_is_none(String text) {
        assertThat(Age.parse(text)).isEmpty();
    }
}
