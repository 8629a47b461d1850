package dev.makegood.httpclient;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an IP address in figures; no name is ever looked up. */
public final class IpLiteral {

    private static final Pattern V4 =
            Pattern.compile(
                    "(BYTE\\.){3}BYTE".replace("BYTE",
                            "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"));
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private IpLiteral() {}

    /** The address, of version 6 with or without brackets; empty if the text is anything else. */
    public static Optional<InetAddress> parse(String text) {
        boolean isBracketed = text.startsWith("[") && text.endsWith("]");
        var literal = isBracketed ? text.substring(1, text.length() - 1) : text;
        boolean isLiteral = V6.matcher(literal).matches()
                || (!isBracketed && V4.matcher(literal).matches());
        return isLiteral ? byName(literal) : Optional.empty();
    }

    private static Optional<InetAddress> byName(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
