package dev.makegood.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "0.255.255.255", "10.0.0.0", "10.255.255.255",
            "100.64.0.0", "100.127.255.255", "127.0.0.0", "127.0.0.1", "127.255.255.255",
            "169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0", "172.31.255.255",
            "192.0.0.0", "192.0.0.255", "192.0.2.1", "192.88.99.1", "192.168.0.0",
            "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.7",
            "224.0.0.0", "224.0.0.251", "239.255.255.255", "240.0.0.1", "255.255.255.254",
            "255.255.255.255",
            "::", "::1", "fe80::1", "febf::1", "fec0::1", "fc00::1", "fd00:ec2::254", "fdff::1",
            "ff02::1", "ff0e::1", "100::1", "2001::1", "2001:0:7f00:1::", "2001:1::1",
            "2001:10::1", "2001:20::1", "2001:1ff::1", "2001:db8::1", "2001:db8:ffff::1",
            "2002:7f00:1::", "2002:a9fe:a9fe::1", "2002:808:808::1", "3fff::1", "3fff:fff::1",
            "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::808:808", "64:ff9b:1::7f00:1",
            "::7f00:1", "::127.0.0.1", "::8.8.8.8", "5f00::1", "4000::1", "1::1"})
    void an_address_with_a_special_purpose_is_not_visited(String written)
            throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(written))).isFalse();
    }

    @Test
    void an_address_in_another_ones_clothes_is_not_visited() throws UnknownHostException {
        for (var inside : new String[] {"127.0.0.1", "169.254.169.254", "8.8.8.8"}) {
            var bytes = new byte[16];
            bytes[10] = bytes[11] = (byte) 0xff;
            System.arraycopy(InetAddress.getByName(inside).getAddress(), 0, bytes, 12, 4);

            assertThat(PublicAddresses.isPublic(Inet6Address.getByAddress(null, bytes, -1)))
                    .isFalse();
        }
        assertThat(PublicAddresses.isPublic(InetAddress.getByName("::ffff:127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255",
            "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0",
            "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0",
            "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:200::1",
            "2001:4860:4860::8888",
            "2606:4700::1", "2a02:6b8::1", "2001:db7::1", "2003::1", "3ffe::1"})
    void any_other_address_is(String written) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(written))).isTrue();
    }
}
