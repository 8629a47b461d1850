package dev.makegood.pricing;

import dev.makegood.pricing.SiteMeasure.Pages;
import dev.makegood.pricing.SiteMeasure.Unmeasurable;
import java.time.InstantSource;
import java.util.Optional;

/** Finds a hostname's prices: those an operator set, or else those its number of pages makes. */
public record Calculating(Calculations calculations, SiteMeasure measure, Rates rates,
        InstantSource clock) {

    /** Nobody measures: only an operator's calculations are known. */
    public static Calculating only(Calculations calculations, InstantSource clock) {
        return new Calculating(calculations, SiteMeasure.NONE, Rates.NONE, clock);
    }

    /** Answers the prices; empty if nobody set them and the site cannot be measured. */
    public Optional<Calculation> of(Hostname hostname) {
        return calculations.find(hostname).or(() -> measured(hostname));
    }

    private Optional<Calculation> measured(Hostname hostname) {
        return rates.perUrl().isEmpty() ? Optional.empty() : switch (measure.measure(hostname)) {
            case Pages pages ->
                    Optional.of(kept(rates.calculate(hostname, pages.count(), clock.instant())));
            case Unmeasurable u -> Optional.empty();
        };
    }

    private Calculation kept(Calculation calculation) {
        calculations.save(calculation);
        return calculation;
    }
}
