package dev.makegood.http.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address a request came from: the nearest that is not a trusted proxy. */
final class ClientAddresses {

    private static final int V6_NETWORK_BYTES = 8;
    private static final Pattern V4 =
            Pattern.compile(
                    "(BYTE\\.){3}BYTE".replace("BYTE", "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"));
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private final List<AddressRange> trustedProxies;

    ClientAddresses(List<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream().map(AddressRange::parse).toList();
    }

    /** The address in full. */
    String resolve(String peer, @Nullable String forwardedFor) {
        return nearestUntrusted(peer.replaceAll("[\\[\\]]", ""), forwardedFor);
    }

    private String nearestUntrusted(String peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || !isTrusted(peer)) {
            return peer;
        }
        var hops = forwardedFor.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (!isAddress(hop)) {
                return peer;
            }
            if (!isTrusted(hop)) {
                return hop;
            }
        }
        return peer;
    }

    private boolean isTrusted(String address) {
        return isAddress(address)
                && trustedProxies.stream()
                        .anyMatch(range -> range.contains(bytes(address)));
    }

    private static boolean isAddress(String text) {
        return V4.matcher(text).matches() || V6.matcher(text).matches();
    }

    /** The part that is limited: of version 6 only the network, because a host has many addresses. */
    static String rateLimitKey(String address) {
        if (!isAddress(address)) {
            return address;
        }
        var bytes = bytes(address);
        return bytes.length == 4 ? address
                : HexFormat.of().formatHex(bytes, 0, V6_NETWORK_BYTES);
    }

    /** No name is looked up: only literals are passed. */
    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            return new byte[16];
        }
    }

    /** All addresses with the same first bits. */
    private static final class AddressRange {

        private final byte[] prefix;
        private final int bits;

        AddressRange(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static AddressRange parse(String text) {
            int slash = text.indexOf('/');
            var address = slash < 0 ? text : text.substring(0, slash);
            if (!isAddress(address)) {
                throw new IllegalArgumentException(
                        "not an address or a network, such as 10.0.0.0/8: " + text);
            }
            var prefix = ClientAddresses.bytes(address);
            int bits = slash < 0 ? prefix.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > prefix.length * 8) {
                throw new IllegalArgumentException(
                        "not an address or a network, such as 10.0.0.0/8: " + text);
            }
            return new AddressRange(prefix, bits);
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
