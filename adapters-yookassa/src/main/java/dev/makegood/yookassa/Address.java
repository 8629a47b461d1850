package dev.makegood.yookassa;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses that are written in figures; never asks anybody what a name means. */
final class Address {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern VERSION_4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);
    private static final Pattern VERSION_6 =
            Pattern.compile("[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{0,40}([0-9.]{7,15})?");

    private Address() {}

    /** Its 4 or 16 bytes; empty if it is no address. An address of version 4 in one of version 6 has 4. */
    static Optional<byte[]> bytesOf(String text) {
        var plain = text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1)
                : text;
        if (!VERSION_4.matcher(plain).matches() && !VERSION_6.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();    // figures and colons that make no address
        }
    }
}
