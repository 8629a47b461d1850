package dev.makegood.sites;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A stream that ends badly when it is longer than is allowed. */
final class Bounded extends FilterInputStream {

    private final List<Allowance> allowances;

    Bounded(InputStream in, Allowance... allowances) {
        super(in);
        this.allowances = List.of(allowances);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        return one < 0 ? one : taken(1, one);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        return count < 0 ? count : taken(count, count);
    }

    private int taken(int bytes, int answer) throws Unmeasured {
        for (var allowance : allowances) {
            allowance.take(bytes);
        }
        return answer;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        return taken((int) skipped, 0) + skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
