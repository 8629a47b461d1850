package dev.makegood.pricing;

import dev.makegood.pricing.SitePageCounter.PagesCounted;
import dev.makegood.pricing.SitePageCounter.PagesUncountable;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds a hostname's prices: those an operator set, or else those computed from its number of
 * pages.
 */
public record HostnamePricing(Calculations calculations, SitePageCounter pageCounter,
        PageRates pageRates, InstantSource clock) {

    /** No pages are counted: only an operator's calculations are known. */
    public static HostnamePricing withoutPageCounter(
            Calculations calculations, InstantSource clock) {
        return new HostnamePricing(calculations, SitePageCounter.NONE, PageRates.NONE, clock);
    }

    /** The prices; empty if none were set and the pages cannot be counted. */
    public Optional<Calculation> find(Hostname hostname) {
        return calculations.find(hostname).or(() -> calculate(hostname));
    }

    private Optional<Calculation> calculate(Hostname hostname) {
        return pageRates.perUrl().isEmpty() ? Optional.empty()
                : switch (pageCounter.countPages(hostname)) {
                    case PagesCounted pagesCounted ->
                            Optional.of(save(pageRates.calculate(hostname, pagesCounted.count(),
                                    clock.instant())));
                    case PagesUncountable u -> Optional.empty();
                };
    }

    private Calculation save(Calculation calculation) {
        calculations.save(calculation);
        return calculation;
    }
}
