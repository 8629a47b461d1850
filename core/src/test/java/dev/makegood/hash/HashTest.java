package dev.makegood.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static Hash of(Object... fields) {
        return Hash.ofFields("t1", List.of(fields));
    }

    @Test
    void the_hash_of_nothing_is_the_published_one() {
        assertThat(Hash.of(Sha256.hash())).hasToString(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void its_digits_are_those_of_its_bytes() {
        var hash = of("a");

        assertThat(hash.hex()).hasSize(64);
        assertThat(Hash.of(hash.bytes())).isEqualTo(hash);
    }

    @Test
    void fewer_or_more_digits_are_no_hash() {
        assertThatThrownBy(() -> new Hash("0".repeat(63)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 hexadecimal digits");
        assertThatThrownBy(() -> new Hash("0".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fields_cannot_be_moved_into_one_another() {
        assertThat(Hash.ofFields("t1", "ab", "c")).isNotEqualTo(Hash.ofFields("t1", "a", "bc"));
        assertThat(Hash.ofFields("t1", "a")).isNotEqualTo(Hash.ofFields("t1", "a", null))
                .isNotEqualTo(Hash.ofFields("t2", "a"));
    }

    @Test
    void a_number_is_hashed_as_what_it_is_worth() {
        assertThat(of(new BigDecimal("1.50"))).isEqualTo(of(new BigDecimal("1.5")))
                .isNotEqualTo(of(new BigDecimal("15")));
        assertThat(of(new BigDecimal("1E+2"))).isEqualTo(of(new BigDecimal("100")));
    }

    @Test
    void a_time_is_hashed_to_the_microsecond() {
        assertThat(of(NOON)).isEqualTo(of(NOON.plusNanos(999)))
                .isNotEqualTo(of(NOON.plusNanos(1_000)));
    }

    @Test
    void texts_by_name_are_hashed_whatever_order_they_came_in() {
        var one = new LinkedHashMap<String, String>();
        one.put("a", "1");
        one.put("b", "2");
        var other = new LinkedHashMap<String, String>();
        other.put("b", "2");
        other.put("a", "1");

        assertThat(of(one)).isEqualTo(of(other));
        other.put("a", "2");
        assertThat(of(one)).isNotEqualTo(of(other));
    }

    @Test
    void a_list_is_hashed_in_its_order_and_apart_from_its_neighbours() {
        assertThat(of(List.of("a", "b"))).isNotEqualTo(of(List.of("b", "a")))
                .isNotEqualTo(of("a", "b"));
    }
}
