package dev.makegood.pricing;

/**
 * Counts the pages of a website, to price what has to be generated for them.
 *
 * <p>Asked outside units of work. The hostname comes from users: an implementation never speaks to an address that
 * is not public, follows no redirects, and limits size and time.
 */
@FunctionalInterface
public interface SiteMeasure {

    /** Measures nothing: only an operator's calculations are known. */
    SiteMeasure NONE = hostname -> new Unmeasurable("nobody measures");

    Measure measure(Hostname hostname);

    /** The answer to a measuring. */
    sealed interface Measure {}

    /** So many pages. */
    record Pages(long count) implements Measure {}

    /** The site has no list of its pages, or must not be asked. */
    record Unmeasurable(String why) implements Measure {}
}
