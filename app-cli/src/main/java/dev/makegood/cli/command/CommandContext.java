package dev.makegood.cli.command;

import dev.makegood.cli.terminal.CliEnvironment;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.ResultPrinter;
import dev.makegood.cli.terminal.TerminalText;
import dev.makegood.server.Installation;
import dev.makegood.server.log.LogConfiguration;
import dev.makegood.server.settings.DatabaseSettings;
import dev.makegood.server.settings.InvalidSetting;
import dev.makegood.server.settings.LogSettings;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command shares: the installation it opens, and whether it prints text or JSON. */
public final class CommandContext {

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(30);

    private final CliEnvironment environment;

    @Option(names = "--database-url", paramLabel = "URL",
            description = "A PostgreSQL, jdbc:postgresql://host/database, without a password "
                    + "in it: set MAKEGOOD_DATABASE_PASSWORD instead.")
    private @Nullable String databaseUrl;

    @Option(names = "--data", paramLabel = "DIR",
            description = "The folder of the embedded PostgreSQL; "
                    + "~/.makegood unless said otherwise.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    public CommandContext(CliEnvironment environment) {
        this.environment = environment;
    }

    /** Opens the installation, runs the command on it and prints the result; returns the exit code. */
    public int withInstallation(Function<Installation, CommandResult> work) {
        var settings = readSettings(Map.of());
        LogConfiguration.apply(
                settings.logging().withLevel(LogSettings.LogLevel.WARN),
                environment.err().hasColour());
        return print(settings.database(), () -> {
            try (var installation = ShutdownGuard.start(SHUTDOWN_TIMEOUT,
                    () -> environment.opener().apply(settings), Installation::close)) {
                return work.apply(installation.resource());
            }
        });
    }

    /** As {@link #withInstallation}, for a command that changes something: it says first which books it writes to. */
    public int changeInstallation(Function<Installation, CommandResult> work) {
        var books = announce(readSettings(Map.of()).database());
        return withInstallation(installation -> work.apply(installation).withBooks(books));
    }

    /** Says on stderr which books a command writes to; JSON has them in its result. */
    public String announce(DatabaseSettings database) {
        var books = database.displayName();
        if (!json) {
            environment.err().stream().println("books: " + TerminalText.sanitize(books));
        }
        return books;
    }

    /** Prints the result of a command that needs no installation. */
    public int print(Supplier<CommandResult> work) {
        return new ResultPrinter(environment, json).print(work.get());
    }

    /** Prints the result of a command that opened this database; what goes wrong names it. */
    public int print(DatabaseSettings database, Supplier<CommandResult> work) {
        return print(() -> {
            try {
                return work.get();
            } catch (RuntimeException e) {
                throw new FailedOnDatabase(database.displayName(), e);
            }
        });
    }

    public Settings readSettings(Map<String, String> flags) {
        if (databaseUrl != null && data != null) {
            throw new InvalidSetting("--data", "and --database-url name two places: give one");
        }
        var all = new HashMap<>(flags);
        if (databaseUrl != null) {
            all.put(DatabaseSettings.URL, databaseUrl);
        }
        if (data != null) {
            all.put(DatabaseSettings.DATA, data.toString());
        }
        return Settings.read(
                SettingSources.of(all, environment.variables())
                        .withFileIn(environment.workingDirectory()));
    }

    public CliEnvironment environment() {
        return environment;
    }

    public boolean isJson() {
        return json;
    }

    @Nullable
    public Path data() {
        return data;
    }

    /** Refuses {@code --database-url} where the command has a database of its own. */
    public void refuseDatabaseUrl(String why) {
        if (databaseUrl != null) {
            throw new InvalidSetting("--database-url", "cannot be used here: " + why);
        }
    }
}
