package dev.makegood.sites;

import java.util.Arrays;

/** Counts pages, each once: it keeps eight bytes of each, and two that share them are one. */
final class PageCount {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final int most;
    private long[] seen = new long[64];
    private int size;

    PageCount(int most) {
        this.most = most;
    }

    void add(String address) throws Unmeasured {
        if (size == seen.length) {
            seen = Arrays.copyOf(seen, 2 * size);
        }
        seen[size++] = hash(address);
        if (size > most) {
            throw new Unmeasured("it has more than " + most + " pages");
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
        return Arrays.stream(seen, 0, size).distinct().count();
    }
}
