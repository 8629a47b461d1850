package dev.makegood.yookassa;

import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that notices come from: a first sieve, never a proof.
 *
 * <p>Behind a proxy the address is the one that a trusted proxy saw; who calls here has found it out.
 */
public final class Sources {

    /** Theirs, as they publish them. */
    public static final Sources OF_YOOKASSA = of("185.71.76.0/27", "185.71.77.0/27",
            "77.75.153.0/25", "77.75.154.128/25", "77.75.156.11", "77.75.156.35", "2a02:5180::/32");

    private final List<Range> ranges;

    private Sources(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Addresses and ranges such as {@code 185.71.76.0/27}, of either version of the protocol.
     *
     * @throws IllegalArgumentException if one is neither
     */
    public static Sources of(String... ranges) {
        return new Sources(Stream.of(ranges).map(Range::of).toList());
    }

    /** Tells whether a notice may come from there; a text that is no address is nobody's. */
    boolean contain(String address) {
        return Address.bytesOf(address)
                .filter(bytes -> ranges.stream().anyMatch(range -> range.contains(bytes)))
                .isPresent();
    }

    @Override
    public String toString() {
        return ranges.toString();
    }
}
