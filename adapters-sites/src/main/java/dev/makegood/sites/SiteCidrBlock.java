package dev.makegood.sites;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** All addresses whose first bits are the same, such as {@code 10.0.0.0/8}. */
record SiteCidrBlock(InetAddress networkAddress, int prefixLength) {

    /** Reads an entry of our own table; addresses only, so nothing is looked up. */
    static SiteCidrBlock parse(String text) {
        var parts = text.split("/", 2);
        try {
            return new SiteCidrBlock(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a network: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] network = networkAddress.getAddress();
        byte[] bytes = address.getAddress();
        if (network.length != bytes.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            if (bit(network, bit) != bit(bytes, bit)) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] bytes, int bit) {
        return bytes[bit / 8] >> (7 - bit % 8) & 1;
    }
}
