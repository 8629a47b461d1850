package dev.makegood.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
            "[fd00::1] | 2001:db8::1 | 20010db800000000"})
    void the_nearest_address_that_is_not_a_trusted_proxy_counts(
            String peer, String forwarded, String counts) {
        assertThat(ClientAddresses.rateLimitKey(clientAddresses.resolve(peer, forwarded)))
                .isEqualTo(counts);
    }

    @Test
    void a_notice_reader_gets_the_whole_address() {
        assertThat(clientAddresses.resolve("[fd00::1]", "2001:db8:1:2:3:4:5:6"))
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
        assertThat(new ClientAddresses(List.of()).resolve("127.0.0.1", "1.1.1.1"))
                .isEqualTo("127.0.0.1");
    }
}
