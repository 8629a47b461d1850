package dev.makegood.hash;

/**
 * The end of a chain: the number and the hash of its newest record.
 *
 * @param sequence 0 of a chain without records
 */
public record ChainHead(long sequence, Hash hash) {

    /** The end of a chain without records. */
    public static final ChainHead NONE = new ChainHead(0, Hash.NONE);
}
