package dev.makegood.sites;

import java.time.Duration;

/**
 * How much of a site we listen to.
 *
 * @param whole how long a visit may take
 * @param step how long one step of it may: connecting, shaking hands, waiting for the next bytes
 * @param fileBytes how long a file may be, on the wire and inflated; it bounds what the parser may hold too
 * @param allBytes how long all files may be together, inflated
 * @param files how many are read
 * @param pages how many are counted
 * @param visits how many sites are visited at the same time
 */
record Limits(Duration whole, Duration step, long fileBytes, long allBytes, int files, int pages,
        int visits) {

    private static final long MEGABYTE = 1_000_000;

    static final Limits USUAL = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(5),
            16 * MEGABYTE, 64 * MEGABYTE, 50, 250_000, 4);
}
