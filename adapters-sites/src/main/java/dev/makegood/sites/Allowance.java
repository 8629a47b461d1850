package dev.makegood.sites;

/** So many bytes may be read, and none more. */
final class Allowance {

    private long left;

    Allowance(long bytes) {
        this.left = bytes;
    }

    void take(long bytes) throws Unmeasured {
        left -= bytes;
        if (left < 0) {
            throw new Unmeasured("it is too long");
        }
    }
}
