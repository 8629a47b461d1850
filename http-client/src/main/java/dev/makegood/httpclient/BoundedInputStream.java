package dev.makegood.httpclient;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A stream that fails with {@link BodyTooLargeException} when it is longer than its budgets allow. */
public final class BoundedInputStream extends FilterInputStream {

    private final List<ByteBudget> budgets;

    public BoundedInputStream(InputStream in, ByteBudget... budgets) {
        super(in);
        this.budgets = List.of(budgets);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            spend(1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
            spend(count);
        }
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        spend(skipped);
        return skipped;
    }

    private void spend(long bytes) throws BodyTooLargeException {
        for (var budget : budgets) {
            budget.spend(bytes);
        }
    }

    /** Bytes that are read again would be counted again. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
