package dev.makegood.sites;

import java.util.Arrays;

/** Counts pages, each once: it keeps eight bytes of each, and two that share them are one. */
final class PageCounter {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final int pagesMax;
    private long[] hashes = new long[64];
    private int size;

    PageCounter(int pagesMax) {
        this.pagesMax = pagesMax;
    }

    void add(String url) throws UnmeasurableSite {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash(url);
        if (size > pagesMax) {
            throw new UnmeasurableSite("it has more than " + pagesMax + " pages");
        }
    }

    private static long hash(String text) {
        long hash = FNV_BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    long count() {
        return Arrays.stream(hashes, 0, size).distinct().count();
    }
}
