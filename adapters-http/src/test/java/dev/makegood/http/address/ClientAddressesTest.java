package dev.makegood.http.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    private final ClientAddresses clientAddresses =
            new ClientAddresses(List.of("10.0.0.0/8", "192.0.2.7", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "198.51.100.1 | | 198.51.100.1",
            "198.51.100.1 | 203.0.113.9 | 198.51.100.1",
            "10.1.2.3 | 203.0.113.9 | 203.0.113.9",
            "10.1.2.3 | 1.1.1.1, 203.0.113.9, 192.0.2.7 | 203.0.113.9",
            "10.1.2.3 | 10.9.9.9 | 10.1.2.3",
            "10.1.2.3 | evil.example | 10.1.2.3",
            "10.1.2.3 | 999.1.1.1 | 10.1.2.3",
            "192.0.2.8 | 203.0.113.9 | 192.0.2.8",
            "2001:db8:1:2:3:4:5:6 | | 20010db800010002",
            "[2001:db8:1:2:9:9:9:9] | | 20010db800010002",
            "10.1.2.3 | 203.0.113.9:4711 | 203.0.113.9",
            "10.1.2.3 | [2001:db8::1]:4711 | 20010db800000000",
            "10.1.2.3 | ::ffff:203.0.113.9 | 203.0.113.9",
            "10.1.2.3 | 1.1.1.1, | 10.1.2.3",
            "10.1.2.3 | 1.1.1.1, ::1::2 | 10.1.2.3",
            "[fd00::1] | 2001:db8::1 | 20010db800000000"})
    void the_nearest_address_that_is_not_a_trusted_proxy_counts(
            String peer, String forwarded, String counts) {
        assertThat(resolve(peer, lines(forwarded), List.of())).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1.1.1.1 | 203.0.113.9 | 203.0.113.9",
            "1.1.1.1, 10.4.4.4 | 10.5.5.5 | 1.1.1.1",
            "203.0.113.9 | 10.4.4.4, 192.0.2.7 | 203.0.113.9",
            "evil.example | 203.0.113.9 | 203.0.113.9"})
    void all_lines_are_one_list_that_is_read_from_the_right(
            String first, String second, String counts) {
        assertThat(resolve("10.1.2.3", List.of(first, second), List.of())).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
            "for=203.0.113.9 | 203.0.113.9",
            "For=203.0.113.9;proto=https;by=10.1.1.1 | 203.0.113.9",
            "for=1.1.1.1, for=203.0.113.9;host=a | 203.0.113.9",
            "for=203.0.113.9, for=10.4.4.4 | 203.0.113.9",
            "for=\"203.0.113.9:4711\" | 203.0.113.9",
            "proto=http ; for=\"[2001:db8::1]:4711\" | 20010db800000000",
            "for=\"[2001:db8::1]\" | 20010db800000000",
            "for=1.1.1.1;host=\"a, for=2.2.2.2\" | 1.1.1.1",
            "for=1.1.1.1;host=\"a\\\", for=2.2.2.2\" | 1.1.1.1",
            "for=1.1.1.1, for=unknown | 10.1.2.3",
            "for=1.1.1.1, for=_hidden | 10.1.2.3",
            "for=1.1.1.1, proto=http | 10.1.2.3",
            "for=1.1.1.1;for=2.2.2.2 | 10.1.2.3",
            "for=\"1.1.1.1 | 10.1.2.3",
            "garbage | 10.1.2.3"})
    void the_header_forwarded_is_read_too(String forwarded, String counts) {
        assertThat(resolve("10.1.2.3", List.of(), List.of(forwarded))).isEqualTo(counts);
    }

    @Test
    void two_headers_count_only_if_they_name_the_same_address() {
        assertThat(resolve("10.1.2.3", List.of("203.0.113.9"), List.of("for=203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(resolve("10.1.2.3", List.of("203.0.113.9"), List.of("for=1.1.1.1")))
                .isEqualTo("10.1.2.3");
        assertThat(resolve("10.1.2.3", List.of("1.1.1.1"), List.of("for=unknown")))
                .isEqualTo("10.1.2.3");
    }

    private String resolve(String peer, List<String> forwardedFor, List<String> forwarded) {
        return ClientAddresses
                .rateLimitKey(clientAddresses.resolve(peer, forwardedFor, forwarded));
    }

    private static List<String> lines(@Nullable String line) {
        return line == null ? List.of() : List.of(line);
    }

    @Test
    void a_notice_reader_gets_the_whole_address() {
        assertThat(clientAddresses.resolve("[fd00::1]",
                List.of("2001:db8:1:2:3:4:5:6"), List.of()))
                        .isEqualTo("2001:db8:1:2:3:4:5:6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0", "", "::1/129"})
    void a_proxy_is_an_address_or_a_network(String text) {
        assertThatThrownBy(() -> new ClientAddresses(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_proxy_is_trusted_unless_it_is_named() {
        assertThat(new ClientAddresses(List.of()).resolve("127.0.0.1",
                List.of("1.1.1.1"), List.of("for=1.1.1.1")))
                        .isEqualTo("127.0.0.1");
    }
}
