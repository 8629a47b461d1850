package dev.makegood.sites;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** All addresses whose first bits are the same, such as {@code 10.0.0.0/8}. */
record Network(InetAddress first, int bits) {

    /** Reads what stands in a table of ours; addresses only, so nobody is asked. */
    static Network of(String written) {
        var parts = written.split("/", 2);
        try {
            return new Network(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a network: " + written, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] network = first.getAddress();
        byte[] other = address.getAddress();
        if (network.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (bit(network, bit) != bit(other, bit)) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] bytes, int bit) {
        return bytes[bit / 8] >> (7 - bit % 8) & 1;
    }
}
