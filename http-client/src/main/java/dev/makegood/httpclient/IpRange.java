package dev.makegood.httpclient;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** All addresses with the same first bits, such as {@code 10.0.0.0/8}. */
public final class IpRange {

    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

    private final byte[] prefix;
    private final int bits;

    private IpRange(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /** An address or a network; throws {@link IllegalArgumentException} if it is neither. */
    public static IpRange parse(String text) {
        int slash = text.indexOf('/');
        var prefix = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> invalid(text))
                .getAddress();
        var suffix = slash < 0 ? "" + prefix.length * 8 : text.substring(slash + 1);
        if (!BITS.matcher(suffix).matches() || Integer.parseInt(suffix) > prefix.length * 8) {
            throw invalid(text);
        }
        return new IpRange(prefix, Integer.parseInt(suffix));
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException(
                "not an address or a network, such as 10.0.0.0/8: " + text);
    }

    public boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
