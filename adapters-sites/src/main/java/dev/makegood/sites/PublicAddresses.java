package dev.makegood.sites;

import dev.makegood.httpclient.IpRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The public addresses: those that no registry keeps for a special purpose.
 *
 * <p>An IPv6 address that carries one of IPv4 (mapped, compatible, NAT64, 6to4, Teredo) is never public: no website
 * needs it.
 */
final class PublicAddresses {

    private static final List<IpRange> SPECIAL_PURPOSE = Stream.of(
            "0.0.0.0/8",            // this network, and unspecified
            "10.0.0.0/8",           // private
            "100.64.0.0/10",        // behind a carrier's NAT
            "127.0.0.0/8",          // loopback
            "169.254.0.0/16",       // link-local, where clouds keep their metadata service
            "172.16.0.0/12",        // private
            "192.0.0.0/24",         // protocol assignments
            "192.0.2.0/24",         // documentation
            "192.88.99.0/24",       // relays of 6to4
            "192.168.0.0/16",       // private
            "198.18.0.0/15",        // benchmarks
            "198.51.100.0/24",      // documentation
            "203.0.113.0/24",       // documentation
            "224.0.0.0/4",          // multicast
            "240.0.0.0/4",          // reserved, and broadcast
            "2001::/23",            // protocol assignments, Teredo among them
            "2001:db8::/32",        // documentation
            "2002::/16",            // 6to4
            "3fff::/20")            // documentation
            .map(IpRange::parse)
            .toList();

    /** Outside of it are loopback, link-local, unique local, multicast, mapped and NAT64; nothing public. */
    private static final IpRange GLOBAL_UNICAST = IpRange.parse("2000::/3");

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        return SPECIAL_PURPOSE.stream().noneMatch(range -> range.contains(address))
                && (!(address instanceof Inet6Address) || GLOBAL_UNICAST.contains(address));
    }
}
