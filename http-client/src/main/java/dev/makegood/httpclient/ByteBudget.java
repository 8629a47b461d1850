package dev.makegood.httpclient;

/** How many bytes may still be read, of one body or of several together; used by one thread at a time. */
public final class ByteBudget {

    private final long bytesMax;
    private long remaining;

    public ByteBudget(long bytesMax) {
        if (bytesMax <= 0) {
            throw new IllegalArgumentException("a limit of bytes must be positive: " + bytesMax);
        }
        this.bytesMax = bytesMax;
        this.remaining = bytesMax;
    }

    /**
     * Counts bytes that were read.
     *
     * @throws BodyTooLargeException if there are now more than the budget has, and ever after
     */
    public void spend(long bytes) throws BodyTooLargeException {
        remaining -= bytes;
        if (remaining < 0) {
            throw new BodyTooLargeException(bytesMax);
        }
    }
}
