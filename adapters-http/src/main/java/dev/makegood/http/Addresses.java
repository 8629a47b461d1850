package dev.makegood.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose address a request came from: the nearest that is not a proxy we trust. */
final class Addresses {

    private static final int NETWORK_OF_V6 = 8;
    private static final Pattern V4 =
            Pattern.compile(
                    "(BYTE\\.){3}BYTE".replace("BYTE", "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"));
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private final List<Network> trusted;

    Addresses(List<String> trusted) {
        this.trusted = trusted.stream().map(Network::parse).toList();
    }

    /** The address in full. */
    String of(String peer, @Nullable String forwardedFor) {
        return nearest(peer.replaceAll("[\\[\\]]", ""), forwardedFor);
    }

    private String nearest(String peer, @Nullable String forwardedFor) {
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
                && trusted.stream().anyMatch(network -> network.has(bytes(address)));
    }

    private static boolean isAddress(String text) {
        return V4.matcher(text).matches() || V6.matcher(text).matches();
    }

    /** What counts of an address: of version 6 only its network, for a host has many. */
    static String shortened(String address) {
        if (!isAddress(address)) {
            return address;
        }
        var bytes = bytes(address);
        return bytes.length == 4 ? address
                : HexFormat.of().formatHex(bytes, 0, NETWORK_OF_V6);
    }

    /** Asks no name server: it is given literals only. */
    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            return new byte[16];
        }
    }

    /** Addresses that begin with the same bits. */
    private static final class Network {

        private final byte[] prefix;
        private final int bits;

        Network(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Network parse(String text) {
            int slash = text.indexOf('/');
            var address = slash < 0 ? text : text.substring(0, slash);
            if (!isAddress(address)) {
                throw new IllegalArgumentException("not an address or network: " + text);
            }
            var prefix = Addresses.bytes(address);
            int bits = slash < 0 ? prefix.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > prefix.length * 8) {
                throw new IllegalArgumentException("not an address or network: " + text);
            }
            return new Network(prefix, bits);
        }

        boolean has(byte[] address) {
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
