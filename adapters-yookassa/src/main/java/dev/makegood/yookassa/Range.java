package dev.makegood.yookassa;

/** All addresses whose first bits are the same. */
final class Range {

    private final byte[] network;
    private final int bits;
    private final String written;

    private Range(byte[] network, int bits, String written) {
        this.network = network;
        this.bits = bits;
        this.written = written;
    }

    static Range of(String written) {
        var parts = written.split("/", 2);
        var network = Address.bytesOf(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("not an address: " + written));
        int whole = network.length * 8;
        int bits = parts.length == 1 ? whole : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > whole) {
            throw new IllegalArgumentException("not a range of addresses: " + written);
        }
        return new Range(network, bits, written);
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (bit(address, bit) != bit(network, bit)) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] bytes, int bit) {
        return bytes[bit / 8] >> (7 - bit % 8) & 1;
    }

    @Override
    public String toString() {
        return written;
    }
}
