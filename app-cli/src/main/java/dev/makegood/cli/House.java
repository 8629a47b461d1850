package dev.makegood.cli;

import dev.makegood.server.Installation;
import dev.makegood.server.log.Logs;
import dev.makegood.server.settings.DatabaseSettings;
import dev.makegood.server.settings.Logging;
import dev.makegood.server.settings.Settings;
import dev.makegood.server.settings.Sources;
import dev.makegood.server.settings.WrongSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command knows: which installation is meant, and whether a person or a program asks. */
final class House {

    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final Surroundings surroundings;

    @Option(names = "--database-url", paramLabel = "URL",
            description = "A PostgreSQL, jdbc:postgresql://host/database, without a password in "
                    + "it: that is MAKEGOOD_DATABASE_PASSWORD's.")
    private @Nullable String databaseUrl;

    @Option(names = "--data", paramLabel = "DIR",
            description = "The folder of the PostgreSQL that comes along; "
                    + "~/.makegood unless said otherwise.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Answer in JSON, for programs.")
    private boolean json;

    House(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Opens the installation, does it, and shows what came of it; answers the exit code. */
    int answer(Function<Installation, Reply> work) {
        var settings = settings(Map.of());
        Logs.speak(new Logging(settings.logging().form(), Logging.Level.WARN),
                surroundings.err().colour());
        return show(() -> {
            try (var installation = AtTheEnd.of(LONGEST_END,
                    () -> surroundings.door().apply(settings), Installation::close)) {
                return work.apply(installation.it());
            }
        });
    }

    /** Shows what came of something that needs no installation, or opens its own. */
    int show(Supplier<Reply> work) {
        return new Showing(surroundings, json).show(work.get());
    }

    Settings settings(Map<String, String> flags) {
        var all = new HashMap<>(flags);
        if (databaseUrl != null) {
            all.put(DatabaseSettings.URL, databaseUrl);
        }
        if (data != null) {
            all.put(DatabaseSettings.DATA, data.toString());
        }
        return Settings.read(
                Sources.of(all, surroundings.environment()).withFileIn(surroundings.folder()));
    }

    Surroundings surroundings() {
        return surroundings;
    }

    boolean json() {
        return json;
    }

    @Nullable
    Path data() {
        return data;
    }

    /** Refuses to be told which database, where there is only one. */
    void refuseDatabaseUrl(String why) {
        if (databaseUrl != null) {
            throw new WrongSetting("--database-url", "says nothing here: " + why);
        }
    }
}
