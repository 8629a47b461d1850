package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YooKassaAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"185.71.76.0", "185.71.76.31", "185.71.77.0", "185.71.77.31",
            "77.75.153.0", "77.75.153.127", "77.75.154.128", "77.75.154.255", "77.75.156.11",
            "77.75.156.35", "2a02:5180::", "2a02:5180:0:1509::1",
            "2a02:5180:ffff:ffff:ffff:ffff:ffff:ffff", "[2a02:5180::1]", "::ffff:185.71.76.1"})
    void notices_may_come_from_there(String address) {
        assertThat(YooKassaAddresses.PUBLISHED.contains(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"185.71.75.255", "185.71.76.32", "185.71.77.32", "77.75.152.255",
            "77.75.153.128", "77.75.154.127", "77.75.155.0", "77.75.156.10", "77.75.156.12",
            "77.75.156.34", "77.75.156.36", "2a02:5181::", "2a02:517f:ffff::1", "127.0.0.1", "::1",
            "::ffff:10.0.0.1", "", " ", "localhost", "yookassa.ru", "185.71.76.1, 10.0.0.1",
            "185.71.76.1\n", "185.71.76.01", "0xb9.71.76.1", "3108457473", "185.71.76",
            "2a02:5180::1%eth0", "2a02:5180:::1", "2a02:5180:1:2:3:4:5:6:7", ":", "::1.2.3"})
    void notices_never_come_from_there(String address) {
        assertThat(YooKassaAddresses.PUBLISHED.contains(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "example.com", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
    void a_range_that_is_none_is_a_bug(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> YooKassaAddresses.of(range));
    }
}
