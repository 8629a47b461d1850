package dev.makegood.yookassa;

import dev.makegood.httpclient.IpLiteral;
import dev.makegood.httpclient.IpRange;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that notices come from: a first filter, never a proof.
 *
 * <p>Behind a proxy the address is the one that a trusted proxy saw; the caller has determined it.
 */
public final class YooKassaAddresses {

    /** The addresses that YooKassa publishes. */
    public static final YooKassaAddresses PUBLISHED = of("185.71.76.0/27", "185.71.77.0/27",
            "77.75.153.0/25", "77.75.154.128/25", "77.75.156.11", "77.75.156.35", "2a02:5180::/32");

    private final List<IpRange> ranges;

    private YooKassaAddresses(List<IpRange> ranges) {
        this.ranges = ranges;
    }

    /**
     * Addresses and ranges such as {@code 185.71.76.0/27}, of IPv4 and IPv6.
     *
     * @throws IllegalArgumentException if one is neither
     */
    public static YooKassaAddresses of(String... ranges) {
        return new YooKassaAddresses(Stream.of(ranges).map(IpRange::parse).toList());
    }

    /** Tells whether a notice may come from there; a text that is not an address is refused. */
    boolean contains(String address) {
        return IpLiteral.parse(address)
                .filter(ip -> ranges.stream().anyMatch(range -> range.contains(ip)))
                .isPresent();
    }
}
