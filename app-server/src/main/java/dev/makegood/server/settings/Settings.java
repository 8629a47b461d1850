package dev.makegood.server.settings;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is set, checked, and never changed while the server runs.
 *
 * @param migrate whether the schema is brought up to date at start
 * @param signup what a newcomer is given
 * @param rootKey opens everything, for a first start; at least 32 characters
 * @param unheard names in the environment that begin as ours do and that nobody reads
 */
public record Settings(Listening listening, DatabaseSettings database, boolean migrate,
        PipelineSettings pipelines, CashierSettings cashier, Credits signup, Terms terms,
        Labour labour, Logging logging, @Nullable Secret rootKey, List<String> unheard) {

    private static final int ROOT_KEY_LEAST = 32;

    public Settings {
        unheard = List.copyOf(unheard);
    }

    /**
     * Reads everything at once.
     *
     * @throws WrongSetting at the first setting that nobody can work with
     */
    public static Settings read(Sources sources) {
        var reading = new Reading(sources);
        var settings = read(reading);
        sources.checkThatNobodySlipped(reading.known());
        return settings.with(sources.unheard(reading.known()));
    }

    /** The name of everything that can be set. */
    public static Set<String> names() {
        var reading = new Reading(Sources.of(Map.of(), Map.of()));
        var unused = read(reading);
        return Set.copyOf(reading.known());
    }

    private static Settings read(Reading reading) {
        return new Settings(Listening.read(reading), DatabaseSettings.read(reading),
                reading.yesOrNo("MAKEGOOD_MIGRATE", true), PipelineSettings.read(reading),
                CashierSettings.read(reading), signup(reading), terms(reading),
                Labour.read(reading), Logging.read(reading), rootKey(reading), List.of());
    }

    private static Credits signup(Reading reading) {
        return new Credits(reading.number("MAKEGOOD_SIGNUP_CREDITS", 0, 1_000_000_000, 60));
    }

    private static Terms terms(Reading reading) {
        return new Terms(reading.duration("MAKEGOOD_REOPENED_FOR").orElse(Duration.ofHours(72)));
    }

    private static @Nullable Secret rootKey(Reading reading) {
        var key = reading.secret("MAKEGOOD_ROOT_KEY").orElse(null);
        if (key != null && key.value().length() < ROOT_KEY_LEAST) {
            throw new WrongSetting("MAKEGOOD_ROOT_KEY", "has at least 32 characters");
        }
        return key;
    }

    private Settings with(List<String> names) {
        return new Settings(listening, database, migrate, pipelines, cashier, signup, terms,
                labour, logging, rootKey, names);
    }
}
