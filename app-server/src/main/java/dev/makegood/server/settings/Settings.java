package dev.makegood.server.settings;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.LedgerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All settings, checked, and never changed while the server runs.
 *
 * @param migrateAtStart whether the schema is brought up to date at start
 * @param signupCredits what a new customer is granted
 * @param rootKey may do everything, for a first start; at least 32 characters
 * @param unknownNames names in the environment that begin as ours do and are no settings
 */
public record Settings(ListenerSettings listener, DatabaseSettings database, boolean migrateAtStart,
        PipelineSettings pipelines, PaymentSettings payments, Credits signupCredits,
        LedgerSettings ledgerSettings, WorkerSettings worker, LogSettings logging,
        @Nullable Secret rootKey, List<String> unknownNames) {

    private static final int ROOT_KEY_LENGTH_MIN = 32;

    public Settings {
        unknownNames = List.copyOf(unknownNames);
    }

    /**
     * Reads everything at once.
     *
     * @throws InvalidSetting at the first setting that cannot be used
     */
    public static Settings read(SettingSources sources) {
        var reader = new SettingsReader(sources);
        var settings = read(reader);
        sources.refuseUnknownNames(reader.namesRead());
        return settings.withReadings(sources.unknownNames(reader.namesRead()),
                reader.secretsRead());
    }

    /** The name of everything that can be set. */
    public static Set<String> names() {
        var reader = new SettingsReader(SettingSources.of(Map.of(), Map.of()));
        var unused = read(reader);
        return Set.copyOf(reader.namesRead());
    }

    private static Settings read(SettingsReader reader) {
        var settings = new Settings(ListenerSettings.read(reader), DatabaseSettings.read(reader),
                reader.flag("MAKEGOOD_MIGRATE", true), PipelineSettings.read(reader),
                PaymentSettings.read(reader), signupCredits(reader), ledgerSettings(reader),
                WorkerSettings.read(reader), LogSettings.read(reader), rootKey(reader), List.of());
        settings.checkLeases();
        return settings;
    }

    private void checkLeases() {
        var superDuperAi = pipelines.superDuperAi();
        if (superDuperAi != null) {
            worker.checkCallTimeout("SUPERDUPERAI_TIMEOUT", superDuperAi.deadlines().callTimeout());
        }
        var prefect = pipelines.prefect();
        if (prefect != null) {
            worker.checkCallTimeout("PREFECT_TIMEOUT", prefect.deadlines().callTimeout());
        }
    }

    private static Credits signupCredits(SettingsReader reader) {
        return new Credits(reader.number("MAKEGOOD_SIGNUP_CREDITS", 0, 1_000_000_000, 60));
    }

    private static LedgerSettings ledgerSettings(SettingsReader reader) {
        return new LedgerSettings(
                reader.duration("MAKEGOOD_GRANT_REOPENED_MIN").orElse(Duration.ofHours(72)));
    }

    private static @Nullable Secret rootKey(SettingsReader reader) {
        var key = reader.secret("MAKEGOOD_ROOT_KEY").orElse(null);
        if (key != null && key.value().length() < ROOT_KEY_LENGTH_MIN) {
            throw new InvalidSetting("MAKEGOOD_ROOT_KEY", "must have at least 32 characters");
        }
        return key;
    }

    private Settings withReadings(List<String> names, List<Secret> secrets) {
        return new Settings(listener, database, migrateAtStart, pipelines, payments, signupCredits,
                ledgerSettings, worker, logging.withSecrets(secrets), rootKey, names);
    }
}
