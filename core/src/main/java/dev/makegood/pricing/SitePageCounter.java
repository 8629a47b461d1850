package dev.makegood.pricing;

/**
 * Counts the pages of a website, to price what has to be generated for them.
 *
 * <p>Called outside units of work. The hostname comes from users: an implementation never connects
 * to an address that is not public, follows no redirects, and limits size and time.
 */
@FunctionalInterface
public interface SitePageCounter {

    /** Counts no pages: only an operator's calculations are known. */
    SitePageCounter NONE = hostname -> new PagesUncountable("no page counter is configured");

    SitePageCount countPages(Hostname hostname);

    /** The answer to a count. */
    sealed interface SitePageCount {}

    /** So many pages. */
    record PagesCounted(long count) implements SitePageCount {}

    /** The site has no list of its pages, or must not be contacted. */
    record PagesUncountable(String why) implements SitePageCount {}
}
