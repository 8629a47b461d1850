package dev.makegood.yookassa;

/** All addresses whose first bits are the same. */
final class YooKassaCidrBlock {

    private final byte[] network;
    private final int prefixLength;
    private final String text;

    private YooKassaCidrBlock(byte[] network, int prefixLength, String text) {
        this.network = network;
        this.prefixLength = prefixLength;
        this.text = text;
    }

    static YooKassaCidrBlock parse(String text) {
        var parts = text.split("/", 2);
        var network = IpLiteral.parse(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
        int lengthMax = network.length * 8;
        int prefixLength = parts.length == 1 ? lengthMax : Integer.parseInt(parts[1]);
        if (prefixLength < 0 || prefixLength > lengthMax) {
            throw new IllegalArgumentException(
                    "the length of the prefix is 0 to " + lengthMax + ": " + text);
        }
        return new YooKassaCidrBlock(network, prefixLength, text);
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
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
        return text;
    }
}
