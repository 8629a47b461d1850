package dev.makegood.yookassa;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses that are written in figures; a name is never looked up. */
final class IpLiteral {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern IPV6 =
            Pattern.compile("[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{0,40}([0-9.]{7,15})?");

    private IpLiteral() {}

    /** Its 4 or 16 bytes; empty if it is not an address. One of IPv4 that is mapped into IPv6 has 4. */
    static Optional<byte[]> parse(String text) {
        var literal = text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1)
                : text;
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();    // figures and colons that are not an address
        }
    }
}
