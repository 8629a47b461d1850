package dev.makegood.sites;

import java.time.Duration;

/**
 * How much of a site is read.
 *
 * @param visitTimeout how long a visit may take
 * @param stepTimeout how long one step of it may: connecting, shaking hands, waiting for the next bytes
 * @param fileBytesMax how long a file may be, on the wire and inflated; it bounds what the parser may hold too
 * @param totalBytesMax how long all files may be together, inflated
 * @param filesMax how many are read
 * @param pagesMax how many are counted
 * @param concurrentVisitsMax how many sites are visited at the same time
 */
record SiteLimits(Duration visitTimeout, Duration stepTimeout, long fileBytesMax,
        long totalBytesMax, int filesMax, int pagesMax, int concurrentVisitsMax) {

    private static final long MEGABYTE = 1_000_000;

    static final SiteLimits DEFAULT = new SiteLimits(Duration.ofSeconds(20), Duration.ofSeconds(5),
            16 * MEGABYTE, 64 * MEGABYTE, 50, 250_000, 4);
}
